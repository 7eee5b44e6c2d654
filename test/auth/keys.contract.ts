/** API keys in the graph mean the same on every engine. */
import { describe, expect, test } from 'vitest';
import { countKeys, findKey, listKeys, revokeKey, storeKey } from '../../src/auth/stored-keys.js';
import { type OpenStore, useStore } from '../store/use-store.js';

const first = { id: '000000000001', hash: 'a'.repeat(64) };
const second = { id: '000000000002', hash: 'b'.repeat(64) };
const editor = { name: 'newsroom', role: 'EDITOR', now: new Date('2026-01-02T03:04:05.678Z') } as const;
const reader = {
  name: "Robert'); DROP {}",
  role: 'READER',
  now: new Date('2025-12-31T23:59:59.999Z'),
} as const;

export function describeKeys(name: string, openStore: OpenStore): void {
  describe(`the keys in ${name}`, () => {
    const store = useStore(openStore);

    test('are none at first', async () => {
      expect(await store().read(countKeys)).toBe(0);
      expect(await store().read(listKeys)).toEqual([]);
      expect(await store().read((from) => findKey(from, first.id))).toBeUndefined();
    });

    test('are listed oldest first, with all that is kept of them', async () => {
      await store().write((writer) => storeKey(writer, first, editor));
      await store().write((writer) => storeKey(writer, second, reader));
      const kept = [
        {
          ...second,
          name: "Robert'); DROP {}",
          role: 'READER',
          createdAt: '2025-12-31T23:59:59.999Z',
          revokedAt: null,
        },
        {
          ...first,
          name: 'newsroom',
          role: 'EDITOR',
          createdAt: '2026-01-02T03:04:05.678Z',
          revokedAt: null,
        },
      ];
      expect(await store().read(listKeys)).toEqual(kept);
      expect(await store().read(countKeys)).toBe(2);
      expect(await store().read((from) => findKey(from, second.id))).toEqual(kept[0]);
    });

    test('end when they are revoked, and once only', async () => {
      await store().write((writer) => storeKey(writer, first, editor));
      const [ended, later] = [new Date('2026-02-03T00:00:00Z'), new Date('2026-03-04T00:00:00Z')];
      await store().write((writer) => revokeKey(writer, first.id, ended));
      const again = await store().write((writer) => revokeKey(writer, first.id, later));
      expect(again.revokedAt).toBe('2026-02-03T00:00:00.000Z');
      expect(await store().read((from) => findKey(from, first.id))).toEqual(again);
    });

    test('have ids of their own', async () => {
      await store().write((writer) => storeKey(writer, first, editor));
      await expect(store().write((writer) => storeKey(writer, first, reader))).rejects.toThrow();
      expect(await store().read(listKeys)).toMatchObject([{ name: 'newsroom' }]);
    });

    test('that are not there can not be revoked', async () => {
      await expect(store().write((writer) => revokeKey(writer, first.id, new Date()))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });
  });
}
