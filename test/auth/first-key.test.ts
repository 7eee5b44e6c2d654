/** The key of the first start: with it, and without anything else to set up, the embedded graph can be written to. */
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listKeys } from '../../src/auth/stored-keys.js';
import { endKey, makeKey } from '../support/make-key.js';
import { postQuery, refusalOf } from '../support/post-query.js';
import { type RunningServer, startServer } from '../support/start-server.js';

let directory: string;
let file: string;
let server: RunningServer;

const start = async (): Promise<void> => {
  server = await startServer({ DATA_DIR: directory, SEED: 'never' });
};

const restart = async (): Promise<void> => {
  await server.stop();
  await start();
};

const readKey = async (): Promise<string> => (await readFile(file, 'utf8')).trim();
const rolesOfKeys = async (): Promise<string[]> =>
  (await server.store.read(listKeys)).map(({ role }) => role);
const ask = (token: string) => postQuery(server.url, '{ __typename }', { token });

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ai-infra-graph-'));
  file = join(directory, 'editor.key');
});

afterEach(async () => {
  await server?.stop();
  await rm(directory, { recursive: true, force: true });
});

describe('the first start with an embedded graph', { timeout: 30_000 }, () => {
  test('makes one key, of an editor, in a file that only its owner reads', async () => {
    await start();
    expect(await rolesOfKeys()).toEqual(['EDITOR']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await ask(await readKey())).status).toBe(200);
  });

  test('does not trust a file that was there before', async () => {
    await writeFile(file, 'aig_planted');
    await chmod(file, 0o666);
    await start();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await ask(await readKey())).status).toBe(200);
  });
});

describe('a later start', { timeout: 30_000 }, () => {
  test('keeps the key', async () => {
    await start();
    const key = await readKey();
    await restart();
    expect(await rolesOfKeys()).toEqual(['EDITOR']);
    expect(await readKey()).toBe(key);
    expect((await ask(key)).status).toBe(200);
  });

  test('makes no key in place of one that was revoked', async () => {
    await start();
    const key = await readKey();
    await endKey(server.store, key.split('_')[1] ?? '');
    await restart();
    expect(refusalOf(await ask(key)).code).toBe('UNAUTHENTICATED');
    expect(await rolesOfKeys()).toEqual(['EDITOR']);
  });

  test('makes no file in place of one that was moved away', async () => {
    await start();
    await makeKey(server.store, 'ADMIN');
    await rm(file);
    await restart();
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await rolesOfKeys()).toEqual(['EDITOR', 'ADMIN']);
  });
});
