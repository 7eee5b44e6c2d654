/** Who owns the folder of an embedded graph makes keys for the server that holds it, and nobody else does so by files. */
import { chmod, link, mkdtemp, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateApiKey, type NewKey } from '../../src/auth/api-key.js';
import { findKey, listKeys } from '../../src/auth/stored-keys.js';
import { leaveKey } from '../../src/auth/waiting-keys.js';
import { endKey } from '../support/make-key.js';
import { postQuery } from '../support/post-query.js';
import { runCli } from '../support/run-cli.js';
import { type RunningServer, startServer } from '../support/start-server.js';

const ops = { name: 'ops', role: 'ADMIN' } as const;
let directory: string;
let server: RunningServer;
let key: NewKey;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ai-infra-graph-'));
  server = await startServer({ DATA_DIR: directory, SEED: 'never' });
  key = generateApiKey();
}, 60_000);

afterEach(async () => {
  await server?.stop();
  await rm(directory, { recursive: true, force: true });
});

const statusFor = async ({ text }: NewKey): Promise<number> =>
  (await postQuery(server.url, '{ apiKeys { id } }', { token: text })).status;
const leave = (): Promise<string> => leaveKey(directory, key, ops);
const leftFiles = async (): Promise<string[]> =>
  (await readdir(directory)).filter((name) => name.startsWith('waiting-'));

test('the first key of an ADMIN is made while the server runs, and works through it at once', {
  timeout: 60_000,
}, async () => {
  const environment = { DATA_DIR: directory };
  const made = await runCli(['keys', 'create', '--name', 'ops', '--role', 'ADMIN'], environment);
  expect(made).toMatchObject({ code: 0, stderr: expect.stringMatching(/^Made the ADMIN key \S+ of ops\./) });
  const token = made.stdout.trim();
  expect((await postQuery(server.url, '{ apiKeys { name role createdBy } }', { token })).data).toEqual({
    apiKeys: [
      { name: 'first editor', role: 'EDITOR', createdBy: 'first start' },
      { name: 'ops', role: 'ADMIN', createdBy: 'command line' },
    ],
  });
  expect(await leftFiles()).toEqual([]);
  const backup = await runCli(['backup', '--server', server.url], { AI_INFRA_GRAPH_KEY: token });
  expect(backup).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Backed up 0 records/) });
});

test('a key that waits is taken once', async () => {
  await leave();
  expect(await Promise.all([statusFor(key), statusFor(key), statusFor(key)])).toEqual([200, 200, 200]);
  const keys = await server.store.read(listKeys);
  expect(keys.filter(({ id }) => id === key.id)).toHaveLength(1);
});

test('a key that waits opens to its own secret alone', async () => {
  await leave();
  const forged = { ...generateApiKey(), text: `aig_${key.id}_${'A'.repeat(43)}` };
  expect(await statusFor(forged)).toBe(401);
  expect(await statusFor(key)).toBe(200);
});

test('a key that was revoked stays revoked, though its file waits', async () => {
  await leave();
  expect(await statusFor(key)).toBe(200);
  await endKey(server.store, key.id);
  const { store } = server;
  expect(await store.read((reader) => findKey(reader, key.id))).toMatchObject({ revokedBy: 'test' });
  await server.stop();
  server = await startServer({ DATA_DIR: directory, SEED: 'never' });
  expect(await leftFiles()).toEqual([`waiting-${key.id}.key`]);
  expect(await statusFor(key)).toBe(401);
});

const elsewhere = (): string => join(directory, 'elsewhere');
const spoilt: readonly (readonly [string, (path: string) => Promise<unknown>])[] = [
  ['that others can read', (path) => chmod(path, 0o644)],
  ['that others can write', (path) => chmod(path, 0o622)],
  ['that waits for more than a minute', (path) => utimes(path, new Date(), new Date(Date.now() - 61_000))],
  ['that is a link', (path) => rename(path, elsewhere()).then(() => symlink(elsewhere(), path))],
  ['that has another name, too', (path) => link(path, elsewhere())],
  ['that is a text', (path) => writeFile(path, 'ADMIN')],
  [
    'with an unknown role',
    (path) => writeFile(path, JSON.stringify({ ...ops, hash: key.hash, role: 'GOD' })),
  ],
  [
    'with more than a key has',
    (path) => writeFile(path, JSON.stringify({ ...ops, hash: key.hash, id: 'x' })),
  ],
];

test.each(spoilt)('a file %s makes no key', async (_what, spoil) => {
  await spoil(await leave());
  expect(await statusFor(key)).toBe(401);
  expect(await server.store.read((reader) => findKey(reader, key.id))).toBeUndefined();
});
