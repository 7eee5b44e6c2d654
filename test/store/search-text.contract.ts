/** Records are found by the words of their text, the best first, as soon as they are written. */
import { describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.js';
import { hostileTexts } from './hostile-texts.js';
import { createRecord, type OpenStore, useStore } from './use-store.js';

const find = async (store: GraphStore, words: string, limit = 10): Promise<string[]> =>
  (await store.searchText(words, limit)).map(({ id }) => id);

const texts = {
  both: 'advanced micro devices makes chips',
  one: 'micro electronics makes other things',
  none: 'a foundry in taiwan',
  grams: 'amd q1am q0amd q2md',
  cjk: '株式 式会 会社',
};

const createAll = (store: GraphStore): Promise<unknown[]> =>
  Promise.all(Object.entries(texts).map(([id, text]) => createRecord(store, id, text)));

export function describeSearchText(openStore: OpenStore): void {
  describe('text search', () => {
    const store = useStore(openStore);

    it('puts what shares more of the words first', async () => {
      await createAll(store());
      const hits = await store().searchText('micro devices', 10);
      expect(hits.map(({ id }) => id)).toEqual(['both', 'one']);
      expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? 0);
      expect(hits[1]?.score).toBeGreaterThan(0);
    });

    it('counts a rare word for more than a common one', async () => {
      await createAll(store());
      expect(await find(store(), 'makes electronics')).toEqual(['one', 'both']);
    });

    it('takes terms whole: a gram is found by that gram only', async () => {
      await createAll(store());
      const found = await Promise.all(
        ['q0amd', 'q1am', 'q1a', 'md', 'amd'].map((gram) => find(store(), gram)),
      );
      expect(found).toEqual([['grams'], ['grams'], [], [], ['grams']]);
    });

    it('finds words of any script', async () => {
      await createAll(store());
      expect(await find(store(), '式会')).toEqual(['cjk']);
    });

    it('takes common words for words', async () => {
      await createAll(store());
      expect(await find(store(), 'in')).toEqual(['none']);
    });

    it('gives no more than asked for, the best of them', async () => {
      await Promise.all(
        Array.from({ length: 30 }, (_, index) => createRecord(store(), `record-${index}`, 'same words')),
      );
      await createRecord(store(), 'best', 'same words and telling');
      const hits = await find(store(), 'same telling', 5);
      expect([hits[0], hits.length, new Set(hits).size]).toEqual(['best', 5, 5]);
      expect(await find(store(), 'same', 100)).toHaveLength(31);
    });

    it.each(['', ' ', 'unknown'])('finds nothing for "%s"', async (words) => {
      await createAll(store());
      expect(await find(store(), words)).toEqual([]);
    });

    it('takes whatever is asked for as words, never as a query', async () => {
      await createRecord(store(), 'a', 'unrelated');
      const short = hostileTexts.filter(({ length }) => length < 1_000);
      for (const words of [
        ...short,
        'a AND',
        'NOT',
        '(',
        'unrelat*',
        'unrelat~2',
        'searchText:unrelat*',
        '+',
        '[a TO z]',
      ]) {
        expect([words, await find(store(), words)]).toEqual([words, []]);
      }
    });

    it('follows what is written: new texts, changed ones, deleted ones', async () => {
      await createRecord(store(), 'a', 'alpha');
      await createRecord(store(), 'b', 'alpha');
      await store().write((writer) => writer.run("MATCH (a:Entity {id: 'a'}) SET a.searchText = 'beta'"));
      expect([await find(store(), 'alpha'), await find(store(), 'beta')]).toEqual([['b'], ['a']]);
      await store().write((writer) => writer.run("MATCH (a:Entity {id: 'a'}) SET a = {id: 'a'}"));
      await store().write((writer) => writer.run("MATCH (b:Entity {id: 'b'}) DETACH DELETE b"));
      expect([await find(store(), 'alpha'), await find(store(), 'beta')]).toEqual([[], []]);
    });

    it('finds records only', async () => {
      await store().write((writer) => writer.run("CREATE (:Change {sequence: 1, searchText: 'alpha'})"));
      expect(await find(store(), 'alpha')).toEqual([]);
    });
  });
}
