// What the log is for beside single lines: no fault ends the process unheard, or takes it away from all others.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const TIMEOUT_MS = 60_000;

/** A process with a fault that nobody waits for, and something to do after it. */
const program = `
  const { createLog, outliveForgottenFaults } = await import('./src/log.ts');
  outliveForgottenFaults(createLog('error'));
  void Promise.reject(new Error('nobody hears of me'));
  setTimeout(() => console.log('still here'), 50);`;

it('tells of a fault that nobody waits for, and the process goes on', { timeout: TIMEOUT_MS }, async () => {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const started = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed, [code]] = await Promise.all([text(started.stdout), once(started, 'close')]);
  expect(code).toBe(0);
  expect(printed).toContain('nobody hears of me');
  expect(printed).toContain('still here');
});
