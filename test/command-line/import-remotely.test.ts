// A file imported into the graph of a server says the same as one imported here.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importRemotely, type RemoteImportOptions } from '../../src/command-line/import-remotely.js';
import { createRemoteClient } from '../../src/command-line/remote-client.js';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { openFiles, runImport } from '../../src/import-command.js';
import { makeKey } from '../support/make-key.js';
import { type RunningServer, startServer } from '../support/start-server.js';

let server: RunningServer;
let folder: string;
let key: string;

beforeAll(async () => {
  server = await startServer({ SEED: 'never' });
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-import-'));
  key = (await makeKey(server.store, 'EDITOR')).text;
}, 60_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const linesOf = async (work: (print: (line: string) => void) => Promise<void>): Promise<string[]> => {
  const lines: string[] = [];
  await work((line) => lines.push(line));
  return lines;
};

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const there = (path: string, options: RemoteImportOptions = {}, holder: string | undefined = key) =>
  linesOf((print) => importRemotely(createRemoteClient(server.url, holder), [path], options, print));

test('what is tried, written and written again is told in the same words', async () => {
  const path = await file(
    'facts.yaml',
    'companies: [{ id: buyer, name: Buyer, roles: [AI_LAB], country: US }]',
  );
  const store = await openMemoryStore();
  const here = (options: RemoteImportOptions) =>
    linesOf(async (print) => runImport(store, await openFiles([path], options), options, print));
  for (const options of [{ dryRun: true }, {}, {}])
    expect(await there(path, options)).toEqual(await here(options));
  expect(await there(path)).toEqual(['Nothing to change: 0 created, 0 updated, 1 unchanged.']);
  await store.close();
});

test('a CSV file holds what its name says', async () => {
  const path = await file('companies.csv', 'id,name,roles,country\nseller,Seller,NEOCLOUD,US\n');
  expect(await there(path, { dryRun: true })).toContain(
    'Nothing was written. It would be: 1 created, 0 updated, 0 unchanged.',
  );
});

test('a fault is told at its place in the file', async () => {
  const path = await file('faulty.yaml', 'companies:\n- { id: x, name: X, roles: [AI_LAB], country: USA }\n');
  await expect(there(path)).rejects.toThrow(`${path}:2:38: country: a country is two capital letters`);
});

test('bytes that are no text are told at their place, and not sent', async () => {
  const path = join(folder, 'latin.yaml');
  await writeFile(path, Buffer.from('companies:\n- { name: Soci\xe9t\xe9 }\n', 'latin1'));
  await expect(there(path)).rejects.toThrow(`${path}:2:15: the bytes here are not UTF-8`);
});

test('who may not write is told so', async () => {
  const path = await file('facts.yaml', 'companies: []');
  const { text } = await makeKey(server.store, 'READER');
  await expect(there(path, {}, text)).rejects.toThrow('is a READER; this needs EDITOR.');
});

test('what could not be all or nothing, or is no file of facts, is not sent', async () => {
  const client = createRemoteClient(server.url, key);
  await expect(importRemotely(client, ['a.yaml', 'b.yaml'], {}, () => undefined)).rejects.toThrow(
    'one file at a time',
  );
  await expect(there(join(folder, 'facts.txt'))).rejects.toThrow('the ending says how it is written');
  await expect(there(join(folder, 'wizards.csv'))).rejects.toThrow('"wizards" is not a section');
});
