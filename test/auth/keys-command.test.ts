/** `ai-infra-graph keys`, as those who run a graph use it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keys as runKeys } from '../../src/command-line/keys.js';
import { openLocalClient } from '../../src/command-line/local-client.js';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { runCli } from '../support/run-cli.js';

let store: GraphStore;

beforeEach(async () => {
  store = await openMemoryStore();
});

afterEach(() => store.close());

/** What a script gets, and what a person is told. */
async function keys(...args: readonly string[]): Promise<{ printed: string[]; told: string[] }> {
  const printed: string[] = [];
  const told: string[] = [];
  const output = {
    print: (line: string) => void printed.push(line),
    tell: (line: string) => void told.push(line),
  };
  // The graph of a test outlives the command.
  await runKeys(args, output, () =>
    openLocalClient(async () => ({ ...store, close: async () => undefined })),
  );
  return { printed, told };
}

const partsOf = ([text]: readonly string[]): { id: string; secret: string } => {
  const [, id = '', secret = ''] = /^aig_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/.exec(text ?? '') ?? [];
  return { id, secret };
};

test('a new key is printed alone, so that a script can keep it, and a person is told of it', async () => {
  const { printed, told } = await keys('create', '--name', 'the newsroom', '--role', 'editor');
  const { id } = partsOf(printed);
  expect(id).not.toBe('');
  expect(printed).toHaveLength(1);
  expect(told).toEqual([`Made the EDITOR key ${id} of the newsroom. Keep it safe: it is shown only now.`]);
});

test('a list tells of every key whose it is and whether it is valid, and never its secret', async () => {
  const [first, second] = [
    partsOf((await keys('create', '--name', '007', '--role', 'READER')).printed),
    partsOf((await keys('create', '--name', 'the newsroom', '--role', 'EDITOR')).printed),
  ];
  await keys('revoke', second.id);
  const { printed } = await keys('list');
  const day = '\\d{4}-\\d\\d-\\d\\dT\\S{12}Z';
  expect(printed).toHaveLength(2);
  expect(printed.find((line) => line.startsWith(first.id))).toMatch(
    new RegExp(`^${first.id}  READER  ${day}  valid {19}  007$`),
  );
  expect(printed.find((line) => line.startsWith(second.id))).toMatch(
    new RegExp(`^${second.id}  EDITOR  ${day}  ${day}  the newsroom$`),
  );
  expect(printed.join()).not.toContain(first.secret);
});

test('a key that is revoked twice has ended when it was revoked first', async () => {
  const { id } = partsOf((await keys('create', '--name', 'x', '--role', 'EDITOR')).printed);
  const revoked = await keys('revoke', id);
  expect(revoked).toEqual({
    printed: [],
    told: [`Revoked the key ${id} of x. Servers stop to accept it within 5 seconds.`],
  });
  const { printed } = await keys('list');
  await keys('revoke', id);
  expect((await keys('list')).printed).toEqual(printed);
});

test('the last valid key of an administrator is revoked only where that is said', async () => {
  const [first, second] = [
    partsOf((await keys('create', '--name', 'x', '--role', 'ADMIN')).printed),
    partsOf((await keys('create', '--name', 'y', '--role', 'ADMIN')).printed),
  ];
  await keys('revoke', first.id);
  await expect(keys('revoke', second.id)).rejects.toThrow(
    `"${second.id}" is the last valid key of an ADMIN: nobody could manage keys with one any more.`,
  );
  const { told } = await keys('revoke', second.id, '--allow-last');
  expect(told).toEqual([`Revoked the key ${second.id} of y. Servers stop to accept it within 5 seconds.`]);
});

test('a graph without keys says so', async () => {
  expect(await keys('list')).toEqual({ printed: [], told: ['There are no keys.'] });
});

const nameRule = 'a key has a name of 1 to 100 characters that says who holds it, such as "newsroom"';
const usage =
  'Use: keys create --name NAME --role ROLE, keys list, keys revoke ID. An ID is what list shows, and stands in the key behind its first underscore.';

test.each([
  [['create', '--name', 'x'], '--role is one of READER, EDITOR, ADMIN.'],
  [['create', '--name', 'x', '--role', 'owner'], '--role is one of READER, EDITOR, ADMIN.'],
  [['create', '--role', 'READER'], '--name says who holds the key, such as --name newsroom.'],
  [['create', '--name', ' ', '--role', 'READER'], nameRule],
  [['create', '--name', 'two\nlines', '--role', 'READER'], nameRule],
  [['create', '--name', 'x'.repeat(101), '--role', 'READER'], nameRule],
  [['create', '--name', 'x', '--role', 'READER', '--colour'], "Unknown option '--colour'"],
  [['create', 'x', '--role', 'READER'], usage],
  [['list', 'all'], usage],
  [['revoke'], usage],
  [['revoke', 'a', 'b'], usage],
  [['erase'], usage],
  [[], usage],
])('%j is not understood, makes nothing, and says what is wrong', async (args, message) => {
  await expect(keys(...args)).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringContaining(message),
  });
  expect((await keys('list')).printed).toEqual([]);
});

test('a key that is not there can not be revoked', async () => {
  await expect(keys('revoke', 'nobody')).rejects.toThrow(
    'There is no key with the id "nobody"; list them to see their ids.',
  );
});

test('it is a command of ai-infra-graph', { timeout: 60_000 }, async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ai-infra-graph-'));
  try {
    const args = ['keys', 'create', '--name', '007', '--role', 'READER'];
    const { code, stdout, stderr } = await runCli(args, { DATA_DIR: directory });
    expect(stdout).toMatch(/^aig_[0-9a-f]{12}_[A-Za-z0-9_-]{43}\n$/);
    expect(stderr).toMatch(/^Made the READER key [0-9a-f]{12} of 007\./);
    expect(code).toBe(0);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
