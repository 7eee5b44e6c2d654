/** Rows come in the order asked for, as many as asked for, and faults are told. */
import { describe, expect, it } from 'vitest';
import type { GraphStore, Parameter } from '../../src/store/graph-store.js';
import { createRecord, idsIn, type OpenStore, useStore } from './use-store.js';

const createItems = (store: GraphStore, values: readonly Parameter[]): Promise<unknown> =>
  store.write((writer) => writer.run('UNWIND $values AS value CREATE (:Item {value: value})', { values }));

const listItems = async (
  store: GraphStore,
  statement: string,
  parameters: Record<string, Parameter> = {},
): Promise<unknown[]> => {
  const rows = await store.read((reader) => reader.run<{ value: unknown }>(statement, parameters));
  return rows.map(({ value }) => value);
};

/**
 * In the order of code points. Signs from U+E000 to U+FFFF are left out: Neo4j compares a parameter by UTF-16, so that
 * one of them comes after an emoji there, but before it in ORDER BY.
 */
const orderedTexts = ['', '-', '10', '2', 'A', 'Z', 'a', 'a-b', 'a1', 'aa', 'z', 'é', 'π', '中', '🚀', '🚁'];
const orderedNumbers = [-(2n ** 62n), -1.5, 0, 0.5, 1, 2, 10, 2n ** 53n + 1n, 2n ** 53n + 2n];

export function describeStatements(openStore: OpenStore): void {
  describe('statements', () => {
    const store = useStore(openStore);

    it('a row has the aliases of its RETURN as keys', async () => {
      const rows = await store().read((reader) => reader.run('RETURN 1 AS one, "b" AS `second key`'));
      expect(rows).toEqual([{ one: 1, 'second key': 'b' }]);
    });

    it('a statement that finds nothing gives no rows', async () => {
      expect(await listItems(store(), 'MATCH (item:Item) RETURN item.value AS value')).toEqual([]);
    });

    it.each([
      ['texts by code point', orderedTexts],
      ['numbers by value, integers and floats together', orderedNumbers],
    ])('ORDER BY puts %s, and comparisons agree with it', async (_what, ordered) => {
      await createItems(store(), [...ordered].reverse());
      const ascending = 'MATCH (item:Item) RETURN item.value AS value ORDER BY value';
      const descending = `${ascending} DESC`;
      expect(await listItems(store(), ascending)).toEqual(ordered);
      expect(await listItems(store(), descending)).toEqual([...ordered].reverse());
      const above = `MATCH (item:Item) WHERE item.value > $pivot RETURN item.value AS value ORDER BY value`;
      for (const [index, pivot] of ordered.entries()) {
        expect(await listItems(store(), above, { pivot })).toEqual(ordered.slice(index + 1));
      }
    });

    it('LIMIT takes the first rows of the order', async () => {
      await createItems(store(), [3, 1, 4, 1, 5, 9, 2, 6]);
      const firstOf = (limit: number) =>
        listItems(store(), 'MATCH (item:Item) RETURN item.value AS value ORDER BY value LIMIT $limit', {
          limit,
        });
      expect(await Promise.all([firstOf(0), firstOf(3), firstOf(100)])).toEqual([
        [],
        [1, 1, 2],
        [1, 1, 2, 3, 4, 5, 6, 9],
      ]);
    });

    it('many rows come back as completely as few', async () => {
      await store().write((writer) =>
        writer.run('UNWIND range(1, 20000) AS value CREATE (:Item {value: value})'),
      );
      const values = await listItems(store(), 'MATCH (item:Item) RETURN item.value AS value ORDER BY value');
      expect(values).toEqual(Array.from({ length: 20_000 }, (_, index) => index + 1));
    });

    it.each([
      ['is no Cypher', 'RETRUN 1 AS one'],
      ['names a parameter that is not given', 'RETURN $missing AS value'],
      ['divides by zero', 'RETURN 1 / 0 AS value'],
    ])('a statement that %s rejects, and the graph goes on', async (_what, statement) => {
      await createRecord(store(), 'a');
      await expect(store().read((reader) => reader.run(statement))).rejects.toThrow();
      await expect(store().write((writer) => writer.run(statement))).rejects.toThrow();
      expect(await idsIn(store())).toEqual(['a']);
    });
  });
}
