// The commands as processes: exit codes, one owner of the file, and completion in a real shell.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completionFor } from '../../src/command-line/completion.js';
import { UsageError } from '../../src/command-line/usage-error.js';
import { runCli } from '../support/run-cli.js';
import { type RunningServer, startServer } from '../support/start-server.js';

const TIMEOUT_MS = 90_000;

let folder: string;
let server: RunningServer;
const data = (): string => join(folder, 'data');
const run = (...args: readonly string[]) => runCli(args, { DATA_DIR: data() });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-process-'));
  server = await startServer({ DATA_DIR: data() });
}, TIMEOUT_MS);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('while a server holds the graph', { timeout: TIMEOUT_MS }, () => {
  it('a question says so and how to ask the server', async () => {
    const { code, stdout, stderr } = await run('ask', 'compute-supply', '--of', 'openai');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^.* is in use by another process\..* --server URL, such as .*\n$/);
  });

  it('a question is answered by the server, without colours', async () => {
    const asked = ['ask', 'compute-supply', '--of', 'openai', '--tiers', '1', '--on', '2026-01'];
    const { code, stdout, stderr } = await run(...asked, '--server', server.url);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^TIER {2}SUPPLIER +GROUP +SUPPLIES TO +DEALS\n1 /);
    expect(stdout).not.toContain('\u001b');
  });

  it('a search is answered by the server', async () => {
    const { code, stdout } = await run('search', 'nvdia', '--first', '1', '--server', server.url);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^SCORE {2}KIND +ID +FOUND BY\n\d\.\d\d +Company +nvidia +/);
  });

  it('a backup says that it needs the server to be stopped', async () => {
    const { code, stderr } = await run('backup', join(folder, 'copy'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/in use by another process.* snapshot of the volume/);
  });
});

describe('what was not understood exits with 2 and one line', { timeout: TIMEOUT_MS }, () => {
  it.each([
    [['ask', 'compute-supply'], /^--of is missing\. .*\n$/],
    [['ask'], /^missing required args .*\n$/],
    [['completion', 'fish'], /^There is completion for bash and zsh\.\n$/],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('completion', () => {
  const commands = [
    { name: 'ask', description: 'Ask: one question', options: ['--json'], words: ['paths', 'exposure'] },
    { name: 'check', description: "Check the graph's flows", options: [], words: [] },
  ];

  it.each([
    ['c', ['ai-infra-graph', 'c'], ['check']],
    ['', ['ai-infra-graph', 'ask', ''], ['paths', 'exposure', '--json']],
    ['--', ['ai-infra-graph', 'ask', '--'], ['--json']],
  ])('of "%s" in bash is what fits', { timeout: TIMEOUT_MS }, async (word, words, expected) => {
    const script = [
      ...completionFor('bash', commands),
      `COMP_WORDS=(${words.map((one) => `'${one}'`).join(' ')}); COMP_CWORD=${words.length - 1}`,
      `_ai_infra_graph ai-infra-graph '${word}' ''`,
      'printf "%s\\n" "$' + '{COMPREPLY[@]}"',
    ];
    const { stdout } = await promisify(execFile)('bash', ['-c', script.join('\n')]);
    expect(stdout.trimEnd().split('\n')).toEqual(expected);
  });

  it('in zsh has each command with its description, quoted', () => {
    const script = completionFor('zsh', commands);
    expect(script[0]).toBe('#compdef ai-infra-graph');
    expect(script).toContain(
      "    local -a commands=('ask:Ask\\: one question' 'check:Check the graph'\\''s flows')",
    );
    expect(script).toContain("      ask) compadd -- 'paths' 'exposure' '--json' ;;");
  });

  it('of another shell is refused', () => {
    expect(() => completionFor('toString', commands)).toThrow(UsageError);
  });
});
