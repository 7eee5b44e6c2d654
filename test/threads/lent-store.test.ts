// What a thread reads is what the process would read: a store that is lent keeps its promises.
import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import type { GraphStore, Reader } from '../../src/store/graph-store.js';
import { describeGraphStore } from '../store/graph-store.contract.js';
import { lend } from './lend.js';

describeGraphStore('the embedded engine, lent to a thread', async () => lend(await openMemoryStore()));

describe('a lent store', () => {
  const passing = new Error('a passing fault, by which the store knows to try again');
  const failing: Reader = { run: () => Promise.reject(passing) };
  const answering: Reader = { run: async <Row>() => [{ one: 1 }] as Row[] };
  const one = (reader: Reader): Promise<{ one: number }[]> => reader.run('RETURN 1 AS one');

  it('does the work of a read again where the store asks for that, and hands it the faults that it knows', async () => {
    const faults: unknown[] = [];
    const store = lend({
      engine: 'an engine that fails at first',
      async read(work) {
        await work(failing).catch((fault: unknown) => faults.push(fault));
        return work(answering);
      },
    } as GraphStore);
    expect(await store.read(one)).toEqual([{ one: 1 }]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toBe(passing);
  });

  it('gives the result of the last attempt', async () => {
    const store = lend({
      engine: 'an engine that reads twice',
      async read(work) {
        await work(answering);
        return work(answering);
      },
    } as GraphStore);
    let attempts = 0;
    const count = async (reader: Reader): Promise<number> => {
      await one(reader);
      attempts += 1;
      return attempts;
    };
    expect(await store.read(count)).toBe(2);
  });
});
