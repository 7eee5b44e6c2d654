/** Writers side by side do not undo each other, and readers beside them see only what is whole. */
import { describe, expect, it } from 'vitest';
import type { GraphStore, Writer } from '../../src/store/graph-store.js';
import { createRecord, idsIn, type OpenStore, useStore } from './use-store.js';

const createCounter = (store: GraphStore): Promise<unknown> =>
  store.write((writer) => writer.run('CREATE (:Counter {value: 0, twin: 0})'));

const readCounter = async (reader: Pick<Writer, 'run'>): Promise<number> => {
  const [row] = await reader.run<{ value: number }>('MATCH (counter:Counter) RETURN counter.value AS value');
  return row?.value ?? Number.NaN;
};

/** Reads first and writes then, in two statements: the classic way to lose an update. */
async function increment(writer: Writer): Promise<void> {
  const value = await readCounter(writer);
  await writer.run('MATCH (counter:Counter) SET counter.value = $value', { value: value + 1 });
  await writer.run('MATCH (counter:Counter) SET counter.twin = $value', { value: value + 1 });
}

const numbers = (length: number): number[] => Array.from({ length }, (_, index) => index);

export function describeConcurrency(openStore: OpenStore): void {
  describe('writers side by side', () => {
    const store = useStore(openStore);

    it('never lose an update', async () => {
      await createCounter(store());
      await Promise.all(numbers(25).map(() => store().write(increment)));
      expect(await store().read(readCounter)).toBe(25);
    });

    it('are not held up by those that fail', async () => {
      await createCounter(store());
      const outcomes = await Promise.allSettled(
        numbers(20).map((number) =>
          store().write(async (writer) => {
            await increment(writer);
            if (number % 2 === 1) throw new Error('mine');
          }),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
      expect(await store().read(readCounter)).toBe(10);
    });

    it('that want the same id: one gets it', async () => {
      const outcomes = await Promise.allSettled(numbers(8).map(() => createRecord(store(), 'wanted')));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await idsIn(store())).toEqual(['wanted']);
    });

    it('let readers see only what is whole', async () => {
      await createCounter(store());
      const writing = Promise.all(numbers(20).map(() => store().write(increment)));
      const seen = await Promise.all(
        numbers(40).map(() =>
          store().read(async (reader) => {
            const value = await readCounter(reader);
            const [row] = await reader.run<{ twin: number }>(
              'MATCH (counter:Counter) RETURN counter.twin AS twin',
            );
            return { value, twin: row?.twin };
          }),
        ),
      );
      await writing;
      expect(seen.filter(({ value, twin }) => value !== twin)).toEqual([]);
    });
  });
}
