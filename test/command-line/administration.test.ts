// What administers a graph says and does the same here and through a server.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { backupRemotely } from '../../src/command-line/backup.js';
import type { GraphClient } from '../../src/command-line/graph-client.js';
import { keys } from '../../src/command-line/keys.js';
import { openLocalClient } from '../../src/command-line/local-client.js';
import { createRemoteClient } from '../../src/command-line/remote-client.js';
import { check, rebuildFlows, tellMigrations } from '../../src/command-line/upkeep.js';
import { openEmbeddedStore } from '../../src/engines/embedded/embedded-store.js';
import { restoreEmbedded } from '../../src/engines/embedded/restore.js';
import { readLedger } from '../../src/records/ledger.js';
import { importText } from '../support/import-text.js';
import { makeKey } from '../support/make-key.js';
import { smallGraphYaml } from '../support/small-graph.js';
import { type RunningServer, startServer } from '../support/start-server.js';

let server: RunningServer;
let folder: string;
let here: GraphClient;
let there: GraphClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-administration-'));
  server = await startServer({ SEED: 'never', DATA_DIR: join(folder, 'data') });
  here = await openLocalClient(async () => server.store);
  there = createRemoteClient(server.url, (await makeKey(server.store, 'ADMIN', 'ops')).text);
  await importText(server.store, smallGraphYaml);
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

let lines: string[];
beforeEach(() => {
  lines = [];
});
const print = (line: string): void => void lines.push(line);

const linesOf = async (work: (print: (line: string) => void) => Promise<unknown>): Promise<string[]> => {
  const printed: string[] = [];
  await work((line) => printed.push(line));
  return printed;
};

/** What `keys` prints and tells; its client is left open, as it is the one of all tests. */
async function keysOf(client: GraphClient, ...args: readonly string[]): Promise<string[]> {
  const output = { print, tell: print };
  await keys(args, output, async () => ({ ...client, close: async () => undefined }));
  return lines.splice(0);
}

test('damage is found and mended through a server, in the words that tell of it here', async () => {
  const edges = (await linesOf((to) => rebuildFlows(here, to)))[0];
  expect(await check(there, print)).toBe(true);
  expect(lines.splice(0)).toEqual(['The graph is consistent.']);
  await server.store.write((writer) =>
    writer.run("MATCH ()-[edge:OWNS {dealId: 'amazon-owns-aws'}]->() DELETE edge"),
  );

  const found = await linesOf((to) => check(here, to));
  expect(await check(there, print)).toBe(false);
  expect(lines.splice(0)).toEqual(found);
  expect(found).toEqual([
    'amazon-owns-aws: 0 OWNS edges, but it casts one',
    expect.stringMatching(/^OWNS: 2 edges, but the records cast 3$/),
    '2 faults. Flow edges can be made anew: rebuild-flows.',
  ]);

  await rebuildFlows(there, print);
  expect(lines.splice(0)).toEqual([edges]);
  expect(await linesOf((to) => check(here, to))).toEqual(['The graph is consistent.']);
});

test('a running server has nothing to migrate, and lists what was done to its graph', async () => {
  await tellMigrations(there, [], print);
  expect(lines).toEqual(await linesOf((to) => tellMigrations(here, [], to)));
  expect(lines).toEqual([
    'There is nothing to migrate.',
    expect.stringMatching(
      /^Recorded 1 on \d{4}-\d\d-\d\dT\S{12}Z: search texts and names as they are looked up now\.$/,
    ),
  ]);
});

test('keys are made, listed and revoked through a server as they are here', async () => {
  const [told = '', text = ''] = await keysOf(there, 'create', '--name', 'newsroom', '--role', 'editor');
  const [, id = ''] = /^aig_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/.exec(text) ?? [];
  expect(told).toBe(`Made the EDITOR key ${id} of newsroom. Keep it safe: it is shown only now.`);
  expect(await createRemoteClient(server.url, text).request('{ __typename }', {})).toMatchObject({
    data: { __typename: 'Query' },
  });
  const listed = await keysOf(there, 'list');
  expect(listed).toEqual(await keysOf(here, 'list'));
  expect(listed.find((line) => line.startsWith(id))).toMatch(/ {2}EDITOR {2}\S+ {2}valid {19} {2}newsroom$/);
  expect(await keysOf(there, 'revoke', id)).toEqual([
    `Revoked the key ${id} of newsroom. Servers stop to accept it within 5 seconds.`,
  ]);
  await expect(keysOf(there, 'revoke', 'nobody')).rejects.toThrow('There is no key with the id "nobody"');
});

test('a backup through a server is restored as the graph that it was', async () => {
  await backupRemotely(there, print);
  const [, sequence = '', path = ''] =
    /^Backed up \d+ records, up to change (\d+), into (.+) \(\d+ bytes\)\.$/.exec(lines[0] ?? '') ?? [];
  const backups = join(folder, 'data', 'backups');
  expect(await readdir(backups)).toEqual([path.slice(backups.length + 1)]);
  expect((await readFile(path)).length).toBe(Number(/\((\d+) bytes/.exec(lines[0] ?? '')?.[1]));
  await restoreEmbedded(join(folder, 'restored'), path);
  const restored = await openEmbeddedStore(join(folder, 'restored'));
  expect((await restored.read(readLedger)).sequence).toBe(Number(sequence));
  expect(await restored.read(readLedger)).toEqual(await server.store.read(readLedger));
  await restored.close();
});
