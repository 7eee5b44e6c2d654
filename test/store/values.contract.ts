/** Values go in and come out as they are, as parameters and as properties. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphStore, Parameter } from '../../src/store/graph-store.js';
import { hostileTexts } from './hostile-texts.js';
import { createRecord, idsIn, type OpenStore, useStore } from './use-store.js';

interface Valued {
  readonly value: unknown;
}

const echo = async (store: GraphStore, value: Parameter): Promise<unknown> => {
  const [row] = await store.read((reader) => reader.run<Valued>('RETURN $value AS value', { value }));
  return row?.value;
};

const storeAndLoad = async (store: GraphStore, value: Parameter): Promise<unknown> => {
  await store.write((writer) =>
    writer.run("MERGE (record:Entity {id: 'kept'}) SET record.value = $value", { value }),
  );
  const [row] = await store.read((reader) =>
    reader.run<Valued>("MATCH (record:Entity {id: 'kept'}) RETURN record.value AS value"),
  );
  return row?.value;
};

const scalars: readonly Parameter[] = [
  true,
  false,
  0,
  1,
  -1,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  0.1,
  -2.5,
  1e300,
  5e-324,
  Number.POSITIVE_INFINITY,
];

/** Just beyond what a number holds exactly, and the ends of 64 bits. */
const largeIntegers = [2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 63n - 1n, -(2n ** 63n)];

const lists = [
  { of: 'texts', list: ['b', 'a', 'b'] },
  { of: 'integers', list: [3, 1, 2] },
  { of: 'floats', list: [0.5, -0.5] },
  { of: 'flags', list: [true, false] },
  { of: 'large integers', list: [2n ** 53n + 1n, -(2n ** 62n)] },
];

export function describeValues(openStore: OpenStore): void {
  describe('values', () => {
    const store = useStore(openStore);

    it('scalars come back as they are, as parameters and as properties', async () => {
      for (const value of scalars) {
        expect([await echo(store(), value), await storeAndLoad(store(), value)]).toEqual([value, value]);
      }
    });

    it('integers beyond 2^53 come back exact, as bigints', async () => {
      for (const value of largeIntegers) {
        expect([await echo(store(), value), await storeAndLoad(store(), value)]).toEqual([value, value]);
      }
    });

    it('a bigint that a number holds exactly comes back as that number', async () => {
      const values = [10n, -(2n ** 53n) + 1n, 2n ** 53n - 1n];
      expect(await echo(store(), values)).toEqual([10, -(2 ** 53) + 1, 2 ** 53 - 1]);
    });

    it('whole numbers are integers: they divide without a rest, and bigints add exactly', async () => {
      const rows = await store().read((reader) =>
        reader.run('RETURN $seven / 2 AS half, $large + 1 AS next', { seven: 7, large: 2n ** 60n }),
      );
      expect(rows).toEqual([{ half: 3, next: 2n ** 60n + 1n }]);
    });

    it.each(lists)('a list of $of comes back in its order', async ({ list }) => {
      expect([await echo(store(), list), await storeAndLoad(store(), list)]).toEqual([list, list]);
    });

    it('null is no value: a property set to it is gone', async () => {
      await storeAndLoad(store(), 'something');
      expect([await echo(store(), null), await storeAndLoad(store(), null)]).toEqual([null, null]);
      const rows = await store().read((reader) =>
        reader.run("MATCH (record:Entity {id: 'kept'}) RETURN keys(record) AS keys"),
      );
      expect(rows).toEqual([{ keys: ['id'] }]);
    });

    it('maps and lists of any depth come back whole', async () => {
      const value = { list: [1, 'two', null, [3, { four: 2n ** 55n + 1n }]], map: { empty: {}, none: [] } };
      expect(await echo(store(), value)).toEqual(value);
    });

    it('an undefined entry of a map is one that is not there', async () => {
      await store().write((writer) =>
        writer.run('CREATE (record:Entity {id: $id}) SET record += $properties', {
          id: 'a',
          properties: { present: 1, absent: undefined },
        }),
      );
      const rows = await store().read((reader) =>
        reader.run('MATCH (record:Entity) RETURN properties(record) AS properties'),
      );
      expect(rows).toEqual([{ properties: { id: 'a', present: 1 } }]);
    });

    it('hostile texts are values and nothing else', async () => {
      await createRecord(store(), 'bystander');
      await store().write((writer) =>
        writer.run('UNWIND $texts AS text CREATE (record:Hostile {text: text, list: [text, text]})', {
          texts: hostileTexts,
        }),
      );
      const rows = await store().read((reader) =>
        reader.run(
          `UNWIND $texts AS text
          MATCH (record:Hostile {text: text})
          WHERE text IN record.list
          RETURN record.text AS text, record.list AS list`,
          { texts: hostileTexts },
        ),
      );
      const sorted = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();
      expect(sorted(rows)).toEqual(sorted(hostileTexts.map((text) => ({ text, list: [text, text] }))));
      expect(await idsIn(store())).toEqual(['bystander']);
    });

    it('any text of Unicode comes back as it is', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 50 }), async (texts) => {
          expect(await echo(store(), texts)).toEqual(texts);
        }),
        { numRuns: 20 },
      );
    }, 60_000);
  });
}
