// `backup` and `restore` of the embedded graph.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backup, restore } from '../../src/command-line/backup.js';
import { openEmbeddedStore } from '../../src/engines/embedded/embedded-store.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import { loadRecords } from '../../src/records/load-records.js';
import { importText } from '../support/import-text.js';

const facts = `
companies:
- { id: buyer, name: Buyer, roles: [AI_LAB], country: US }
- { id: seller, name: Seller, roles: [NEOCLOUD], country: US }
`;

let folder: string;
let printed: string[];
const inFolder = (name: string): string => join(folder, name);
const print = (line: string): void => void printed.push(line);
const place = (name: string) => ({
  NEO4J_URI: undefined,
  NEO4J_DATABASE: undefined,
  DATA_DIR: inFolder(name),
});
const inNeo4j = { NEO4J_URI: 'bolt://localhost', NEO4J_DATABASE: 'deals', DATA_DIR: 'var' };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-backup-'));
  printed = [];
  const store = await openEmbeddedStore(inFolder('data'));
  await importText(store, facts);
  await store.close();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a graph that is restored from its backup has the same records, and takes new ones', async () => {
  await backup(place('data'), inFolder('copy'), print);
  await restore(place('restored'), inFolder('copy'), print);
  const { size } = await stat(inFolder('copy'));
  expect(printed).toEqual([
    `Backed up 2 records, up to change 2, into ${inFolder('copy')} (${size} bytes).`,
    `Restored 2 records into ${inFolder('restored')}.`,
  ]);
  const store = await openEmbeddedStore(inFolder('restored'));
  const records = await store.read((reader) => loadRecords(reader, ['buyer', 'seller']));
  expect([...records.values()].map(({ id, name }) => [id, name])).toEqual([
    ['buyer', 'Buyer'],
    ['seller', 'Seller'],
  ]);
  await importText(store, 'companies: [{ id: third, name: Third, roles: [AI_LAB], country: US }]');
  expect(await store.read(checkConsistency)).toEqual([]);
  await store.close();
  expect((await readdir(folder)).sort()).toEqual(['copy', 'data', 'restored']);
});

test('a backup without a name of its own lies beside the graph, for its owner alone', async () => {
  await backup(place('data'), undefined, print);
  const folderOfBackups = join(inFolder('data'), 'backups');
  const names = await readdir(folderOfBackups);
  expect(names).toEqual([expect.stringMatching(/^graph-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.grafeo$/)]);
  const path = join(folderOfBackups, names[0] ?? '');
  const { size, mode } = await stat(path);
  expect(printed).toEqual([`Backed up 2 records, up to change 2, into ${path} (${size} bytes).`]);
  expect(mode & 0o777).toBe(0o600);
  expect((await stat(folderOfBackups)).mode & 0o777).toBe(0o700);
});

test('what a killed process left of a backup is taken away by the next one', async () => {
  const folderOfBackups = join(inFolder('data'), 'backups');
  await mkdir(folderOfBackups);
  await writeFile(join(folderOfBackups, 'graph-2026-01-01T00-00-00-000Z.grafeo.partial'), 'half');
  await backup(place('data'), undefined, print);
  expect(await readdir(folderOfBackups)).toEqual([expect.stringMatching(/Z\.grafeo$/)]);
});

test('a backup into a folder that is not there says so', async () => {
  await expect(backup(place('data'), inFolder('nowhere/copy'), print)).rejects.toThrow(
    `There is no folder ${inFolder('nowhere')}.`,
  );
});

test('a backup replaces no file', async () => {
  await writeFile(inFolder('copy'), 'letters');
  await expect(backup(place('data'), inFolder('copy'), print)).rejects.toThrow('is there already');
  expect(await readFile(inFolder('copy'), 'utf8')).toBe('letters');
});

test('where there is no graph, none is made to be backed up', async () => {
  await expect(backup(place('nowhere'), inFolder('copy'), print)).rejects.toThrow('There is no graph in');
  expect(await readdir(folder)).toEqual(['data']);
});

test('a graph is not overwritten', async () => {
  await backup(place('data'), inFolder('copy'), print);
  await expect(restore(place('data'), inFolder('copy'), print)).rejects.toThrow('There is a graph in');
});

test('a backup that is damaged, or none, is refused and leaves nothing', async () => {
  await backup(place('data'), inFolder('copy'), print);
  await truncate(inFolder('copy'), 20_000);
  await expect(restore(place('restored'), inFolder('copy'), print)).rejects.toThrow(
    "can't be opened as a graph",
  );
  await expect(restore(place('restored'), inFolder('no-copy'), print)).rejects.toThrow('There is no file');
  expect(await readdir(inFolder('restored'))).toEqual([]);
});

test('of Neo4j they name its own tools', async () => {
  await expect(backup(inNeo4j, 'copy', print)).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringContaining('neo4j-admin database dump deals --to-path='),
  });
  await expect(restore(inNeo4j, 'copy', print)).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringContaining('neo4j-admin database load deals --from-path='),
  });
});
