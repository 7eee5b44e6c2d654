// The commands as processes: exit codes, one owner of the file, and what is not understood.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey } from '../support/make-key.js';
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
  it.each([
    [['ask', 'compute-supply', '--of', 'openai'], ''],
    [
      ['import', 'seed/chips.yaml'],
      ' (with the key of an EDITOR in AI_INFRA_GRAPH_KEY; here, keys create --role EDITOR makes one)',
    ],
    [
      ['keys', 'list'],
      ' (with the key of an ADMIN in AI_INFRA_GRAPH_KEY; here, keys create --role ADMIN makes one)',
    ],
    [
      ['backup'],
      ' (with the key of an ADMIN in AI_INFRA_GRAPH_KEY; here, keys create --role ADMIN makes one)',
    ],
  ])('%j says so, by whom, and how to ask the server instead', async (args, key) => {
    expect(await run(...args)).toEqual({
      code: 1,
      stdout: '',
      stderr: `${join(data(), 'graph.grafeo')} is in use by another process. One process at a time owns the embedded graph: stop the other one (process ${process.pid}, which serves ${server.url}), or send your request to it.
Work through it: ai-infra-graph ${args.join(' ')} --server ${server.url}${key}
`,
    });
  });

  it('a question is answered by the server, without colours', async () => {
    const asked = ['ask', 'compute-supply', '--of', 'openai', '--tiers', '1', '--on', '2026-01'];
    const { code, stdout, stderr } = await run(...asked, '--server', server.url);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^TIER {2}SUPPLIER +GROUP +SUPPLIES TO +DEALS\n1 /);
    expect(stdout).not.toContain('\u001b');
  });

  it('a question to a server needs no configuration of a graph', async () => {
    const asked = ['ask', 'compute-supply', '--of', 'openai', '--tiers', '1', '--server', server.url];
    expect(await runCli(asked, { PORT: 'high' })).toMatchObject({ code: 0, stderr: '' });
  });

  it('a search is answered by the server', async () => {
    const { code, stdout } = await run('search', 'nvdia', '--first', '1', '--server', server.url);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^SCORE {2}KIND +ID +FOUND BY\n\d\.\d\d +Company +nvidia +/);
  });

  it('is administered through the server, with the exit codes of a graph of ones own', async () => {
    const { text } = await makeKey(server.store, 'ADMIN', 'ops');
    const administer = (...args: readonly string[]) =>
      runCli([...args, '--server', server.url], { AI_INFRA_GRAPH_KEY: text });
    expect(await administer('check')).toEqual({ code: 0, stdout: 'The graph is consistent.\n', stderr: '' });
    await server.store.write((writer) => writer.run('MATCH ()-[edge:OWNS]->() DELETE edge'));
    expect(await administer('check')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(' faults. Flow edges can be made anew: rebuild-flows.\n'),
      stderr: '',
    });
    expect(await administer('rebuild-flows')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Made \d+ flow edges anew from \d+ records\.\n$/),
    });
    expect(await administer('check')).toMatchObject({ code: 0 });
    expect(await administer('keys', 'revoke', 'nobody')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no key with the id "nobody"; list them to see their ids.\n',
    });
    const backup = await administer('backup');
    expect(backup).toMatchObject({ code: 0, stderr: '' });
    expect(backup.stdout).toContain(join(data(), 'backups', 'graph-'));
    expect(await administer('backup', 'graph.backup')).toMatchObject({
      code: 2,
      stderr: 'A server puts backups into its own DATA_DIR, under the time: leave "graph.backup" out.\n',
    });
  });

  it('is administered by nobody without the key of an administrator', async () => {
    const { id, text } = await makeKey(server.store, 'EDITOR', 'ada');
    expect(await run('check', '--server', server.url)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'This needs a token. Send it as "Authorization: Bearer ...".\n',
    });
    expect(await run('keys', 'list', '--server', server.url, '--key', text)).toEqual({
      code: 1,
      stdout: '',
      stderr: `ada (key ${id}) is an EDITOR; this needs ADMIN.\n`,
    });
  });
});

describe('what was not understood exits with 2 and one line', { timeout: TIMEOUT_MS }, () => {
  it.each([
    [['ask', 'compute-supply'], /^--of is missing\. .*\n$/],
    [['ask'], /^missing required args .*\n$/],
    [['keys', 'erase'], /^Use: keys create --name NAME --role ROLE, keys list, keys revoke ID\. .*\n$/],
    [['keys', 'create', '--name', 'x', '--role', 'owner'], /^--role is one of READER, EDITOR, ADMIN\.\n$/],
    [['export', '--format', 'xml'], /^There is no format "xml"; the formats are yaml, json, csv\.\n$/],
    [['check', 'all'], /^Unused args: `all`\n$/],
    [['migrate', '--colour'], /^Unknown option `--colour`\n$/],
    [['backup', '--server'], /^option `--server <url>` value is missing\n$/],
    [['backup', '--server', 'graph.example'], /^--server is the address of a server, .*\n$/],
    [['completion', 'fish'], /^There is completion for bash and zsh\.\n$/],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
