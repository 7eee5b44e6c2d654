/** Migrations: each is run once, whoever starts, and recorded with what it did. */
import { describe, expect, it } from 'vitest';
import { checkConsistency } from '../../src/records/check-consistency.js';
import { migrate } from '../../src/records/migrate.js';
import { type Migration, migrations } from '../../src/records/migrations.js';
import { searchRecords } from '../../src/records/search-records.js';
import { importText } from '../support/import-text.js';
import { smallGraphYaml } from '../support/small-graph.js';
import { type OpenStore, useStore } from './use-store.js';

const now = new Date('2026-03-09T12:00:00Z');

export function describeMigrations(openStore: OpenStore): void {
  describe('migrations', () => {
    const store = useStore(openStore);

    const readMigrations = () =>
      store().read((reader) =>
        reader.run('MATCH (migration:Migration) RETURN migration.id AS id, migration.at AS at ORDER BY id'),
      );

    it('have numbers from 1 without gaps', () => {
      expect(migrations.map(({ id }) => id)).toEqual(migrations.map((_, at) => at + 1));
    });

    it('make a graph whose names were indexed in another way one that is found and looked up again', async () => {
      await importText(store(), smallGraphYaml);
      await store().write(async (writer) => {
        await writer.run("MATCH (record:Company) SET record.searchText = 'old'");
        await writer.run("MATCH (name:NameKey) SET name.key = 'old'");
      });
      const find = () => searchRecords(store(), { text: 'coreweave', kinds: ['COMPANY'], first: 1 });
      expect(await find()).toEqual([]);
      expect(await store().read(checkConsistency)).not.toEqual([]);
      expect((await migrate(store(), now)).map(({ id }) => id)).toEqual([1]);
      expect((await find()).map(({ record }) => record.id)).toEqual(['coreweave']);
      expect(await store().read(checkConsistency)).toEqual([]);
      expect(await readMigrations()).toEqual([{ id: 1, at: '2026-03-09T12:00:00.000Z' }]);
    });

    it('do nothing a second time', async () => {
      await importText(store(), smallGraphYaml);
      await migrate(store(), now);
      expect(await migrate(store(), now)).toEqual([]);
      expect(await store().read(checkConsistency)).toEqual([]);
    });

    it('are run once each, in order, also when several processes start at once', async () => {
      const marking = (id: number): Migration => ({
        id,
        title: `mark ${id}`,
        run: async (writer) => void (await writer.run('CREATE (:Mark {id: $id})', { id })),
      });
      const two = [marking(1), marking(2)];
      const done = await Promise.all([1, 2, 3].map(() => migrate(store(), now, two)));
      expect(
        done
          .flat()
          .map(({ id }) => id)
          .sort(),
      ).toEqual([1, 2]);
      expect(await migrate(store(), now, two)).toEqual([]);
      const marks = await store().read((reader) =>
        reader.run('MATCH (mark:Mark) RETURN mark.id AS id ORDER BY id'),
      );
      expect(marks).toEqual([{ id: 1 }, { id: 2 }]);
    });

    it('that fail are not recorded, and leave nothing', async () => {
      const failing: Migration = {
        id: 1,
        title: 'one',
        run: async (writer) => {
          await writer.run('CREATE (:Half)');
          throw new Error('the disk is full');
        },
      };
      await expect(migrate(store(), now, [failing])).rejects.toThrow('the disk is full');
      expect(await readMigrations()).toEqual([]);
      expect(await store().read((reader) => reader.run('MATCH (half:Half) RETURN half.id AS id'))).toEqual(
        [],
      );
    });
  });
}
