/** What requests read at the same time is read together, and always after each of them asked. */
import { describe, expect, it } from 'vitest';
import { createRecordReads } from '../../src/records/record-reads.js';
import { type CountedStore, countCalls } from '../support/counted-store.js';
import { importText } from '../support/import-text.js';
import { type OpenStore, useStore } from './use-store.js';

const companies = (ids: readonly string[], name = 'Name'): string =>
  JSON.stringify({
    companies: ids.map((id) => ({ id, name: `${name} ${id}`, roles: ['ENTERPRISE'], country: 'US' })),
  });
const numbered = (count: number): string[] => Array.from({ length: count }, (_, at) => `company-${at}`);

export function describeRecordReads(openStore: OpenStore): void {
  describe('records that several requests read at once', () => {
    const store = useStore(openStore);
    const { signal } = new AbortController();

    async function fill(ids: readonly string[]): Promise<CountedStore> {
      await importText(store(), companies(ids), 'facts.json');
      return countCalls(store());
    }

    it('come by few statements, to each request its own', async () => {
      const counted = await fill(numbered(100));
      const read = createRecordReads(counted);
      const wanted = numbered(100).map((id) => [id, 'company-0', 'nobody']);
      const found = await Promise.all(wanted.map((ids) => read(ids, signal)));
      expect(found.map((records) => [...records.keys()].sort())).toEqual(
        numbered(100).map((id) => [...new Set([id, 'company-0'])].sort()),
      );
      // Two that begin at once, and one that the others share.
      expect(counted.calls).toBe(3);
    });

    it('are read apart for a request that wants many', async () => {
      const counted = await fill(numbered(600));
      const read = createRecordReads(counted);
      const found = await Promise.all([
        ...numbered(5).map((id) => read([id], signal)),
        read(numbered(600), signal),
      ]);
      expect(found.map(({ size }) => size)).toEqual([1, 1, 1, 1, 1, 600]);
      expect(counted.calls).toBe(3 + 1);
    });

    it('are as new as what a caller has seen written', async () => {
      await fill(['lab']);
      const read = createRecordReads(store());
      const before = Array.from({ length: 10 }, () => read(['lab'], signal));
      await importText(store(), companies(['lab'], 'New'), 'facts.json');
      const after = await Promise.all(Array.from({ length: 10 }, () => read(['lab'], signal)));
      expect(after.map((records) => records.get('lab')?.name)).toEqual(after.map(() => 'New lab'));
      await Promise.all(before);
    });
  });
}
