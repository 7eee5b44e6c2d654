// A large import by the command line that is interrupted, killed, and run again.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { openFiles, runImport } from '../../src/import-command.js';
import { readLedger } from '../../src/records/ledger.js';
import { type Ended, runCli, startCli } from '../support/run-cli.js';

/** A process starts slowly on a machine that is busy with other tests. */
const TIMEOUT_MS = 240_000;
const ROWS = 35_000;

let folder: string;
let table: string;
const environment = () => ({ DATA_DIR: join(folder, 'data') });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-interrupted-'));
  table = join(folder, 'sources.csv');
  const rows = Array.from({ length: ROWS }, (_, index) => `s-${index},Press,Report ${index}\n`);
  await writeFile(table, `id,publisher,title\n${rows.join('')}`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Imports the table and sends the process a signal once this many records are in the graph. */
async function importUntil(written: number, signal: NodeJS.Signals): Promise<Ended> {
  const { process, said, ended } = startCli(['import', table], environment());
  await said(`${written} of ${ROWS} records`);
  process.kill(signal);
  return ended;
}

it('an import that is stopped before it has written anything says so', async () => {
  const store = await openMemoryStore();
  const signal = AbortSignal.abort(new Error('It was stopped.'));
  const importing = async () => runImport(store, await openFiles([table], {}), { signal }, () => undefined);
  await expect(importing()).rejects.toThrow('It was stopped.\nNothing was written.');
  expect(await store.read(readLedger)).toEqual({ sequence: 0 });
  await store.close();
});

it('a large import that is interrupted, then killed, goes on where it was', {
  timeout: TIMEOUT_MS,
}, async () => {
  const interrupted = await importUntil(10_000, 'SIGINT');
  expect([interrupted.code, interrupted.stdout]).toEqual([130, '']);
  const last = interrupted.stderr.trim().split('\n').slice(-2);
  expect(last).toEqual([
    'It was stopped.',
    expect.stringMatching(
      /^[12]0000 of 35000 records are in the graph; the same import goes on behind them\.$/,
    ),
  ]);

  // What is written already takes little time, so this one is further when it is killed.
  const killed = await importUntil(20_000, 'SIGKILL');
  expect([killed.code, killed.stdout]).toEqual([null, '']);

  const { code, stdout } = await runCli(['import', table], environment());
  const [, created, unchanged] =
    stdout.match(/^Imported: (\d+) created, 0 updated, (\d+) unchanged\.\n$/) ?? [];
  expect([code, Number(created) + Number(unchanged)]).toEqual([0, ROWS]);
  expect(Number(unchanged)).toBeGreaterThanOrEqual(20_000);
  expect(await runCli(['check'], environment())).toMatchObject({
    code: 0,
    stdout: 'The graph is consistent.\n',
  });
});
