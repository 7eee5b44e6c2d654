/** Statements that are run together are run in order, all of them or none. */
import { describe, expect, it } from 'vitest';
import { runAll } from '../../src/records/statements.js';
import type { Statement } from '../../src/store/graph-store.js';
import { createRecord, idsIn, type OpenStore, useStore } from './use-store.js';

/** More than an engine sends ahead of the answers. */
const MANY = 50;

const append = (part: string): Statement => ({
  text: 'MATCH (text:Text) SET text.parts = text.parts + $part',
  parameters: { part },
});
const createEntity = (id: string): Statement => ({
  text: 'CREATE (:Entity {id: $id})',
  parameters: { id },
});
const numbers = (length: number): number[] => Array.from({ length }, (_, index) => index);

export function describeTogether(openStore: OpenStore): void {
  describe('statements that are run together', () => {
    const store = useStore(openStore);

    it('are run in the order in which they were given', async () => {
      const parts = numbers(MANY).map((index) => `${index} `);
      await store().write(async (writer) => {
        await writer.run("CREATE (:Text {parts: ''})");
        await runAll(writer, parts.map(append));
        const seen = await writer.run('MATCH (text:Text) RETURN text.parts AS parts');
        expect(seen).toEqual([{ parts: parts.join('') }]);
      });
      const rows = await store().read((reader) => reader.run('MATCH (text:Text) RETURN text.parts AS parts'));
      expect(rows).toEqual([{ parts: parts.join('') }]);
    });

    it.each([0, 7, MANY - 1])('leave nothing where number %i fails, and its fault is told', async (place) => {
      await createRecord(store(), 'taken');
      const ids = numbers(MANY).map((index) => (index === place ? 'taken' : `record-${index}`));
      await expect(store().write((writer) => runAll(writer, ids.map(createEntity)))).rejects.toThrow(
        /already exists|constraint|unique/i,
      );
      expect(await idsIn(store())).toEqual(['taken']);
      await createRecord(store(), 'next');
      expect(await idsIn(store())).toEqual(['next', 'taken']);
    });

    it('are none at all where there is nothing to do', async () => {
      await store().write((writer) => runAll(writer, []));
      expect(await idsIn(store())).toEqual([]);
    });
  });
}
