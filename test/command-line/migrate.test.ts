// Migrations: each is run once, whoever starts, and recorded with what it did.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import { migrate } from '../../src/records/migrate.js';
import { migrations } from '../../src/records/migrations.js';
import { searchRecords } from '../../src/records/search-records.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { importText } from '../support/import-text.js';
import { smallGraphYaml } from '../support/small-graph.js';

const now = new Date('2026-03-09T12:00:00Z');
let store: GraphStore;

beforeEach(async () => {
  store = await openMemoryStore();
});
afterEach(() => store.close());

const readMigrations = () =>
  store.read((reader) =>
    reader.run('MATCH (migration:Migration) RETURN migration.id AS id, migration.at AS at ORDER BY id'),
  );

test('a graph whose names were indexed in another way is found and looked up again', async () => {
  await importText(store, smallGraphYaml);
  await store.write(async (writer) => {
    await writer.run("MATCH (record:Company) SET record.searchText = 'old'");
    await writer.run("MATCH (name:NameKey) SET name.key = 'old'");
  });
  const find = () => searchRecords(store, { text: 'coreweave', kinds: ['COMPANY'], first: 1 });
  expect(await find()).toEqual([]);
  expect(await store.read(checkConsistency)).not.toEqual([]);
  expect((await migrate(store, now)).map(({ id }) => id)).toEqual([1]);
  expect((await find()).map(({ record }) => record.id)).toEqual(['coreweave']);
  expect(await store.read(checkConsistency)).toEqual([]);
  expect(await readMigrations()).toEqual([{ id: 1, at: '2026-03-09T12:00:00.000Z' }]);
});

test('what was migrated is not migrated again, also when several start at once', async () => {
  let runs = 0;
  const counted = [
    {
      id: 1,
      title: 'one',
      run: async () => {
        runs += 1;
      },
    },
  ];
  const done = await Promise.all([1, 2, 3].map(() => migrate(store, now, counted)));
  expect(done.flat()).toHaveLength(1);
  expect(await migrate(store, now, counted)).toEqual([]);
  expect(runs).toBe(1);
});

test('a migration that fails is not recorded, and leaves nothing', async () => {
  const failing = {
    id: 1,
    title: 'one',
    run: async (writer: { run(statement: string): Promise<unknown> }) => {
      await writer.run('CREATE (:Half)');
      throw new Error('the disk is full');
    },
  };
  await expect(migrate(store, now, [failing])).rejects.toThrow('the disk is full');
  expect(await readMigrations()).toEqual([]);
  expect(await store.read((reader) => reader.run('MATCH (half:Half) RETURN half'))).toEqual([]);
});

test('migrations have numbers from 1 without gaps', () => {
  expect(migrations.map(({ id }) => id)).toEqual(migrations.map((_, at) => at + 1));
});
