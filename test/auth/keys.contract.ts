/** API keys in the graph mean the same on every engine. */
import { describe, expect, test } from 'vitest';
import {
  countKeys,
  findKey,
  listKeys,
  revokeKey,
  revokeUnlessLast,
  storeKey,
} from '../../src/auth/stored-keys.js';
import { type OpenStore, useStore } from '../store/use-store.js';

const first = { id: '000000000001', hash: 'a'.repeat(64) };
const second = { id: '000000000002', hash: 'b'.repeat(64) };
const third = { id: '000000000003', hash: 'c'.repeat(64) };
const act = { by: 'ada', now: new Date('2026-05-06T07:08:09Z') };
const editor = {
  name: 'newsroom',
  role: 'EDITOR',
  by: 'grace',
  now: new Date('2026-01-02T03:04:05.678Z'),
} as const;
const reader = {
  name: "Robert'); DROP {}",
  role: 'READER',
  by: 'first start',
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
          createdBy: 'first start',
          revokedAt: null,
          revokedBy: null,
        },
        {
          ...first,
          name: 'newsroom',
          role: 'EDITOR',
          createdAt: '2026-01-02T03:04:05.678Z',
          createdBy: 'grace',
          revokedAt: null,
          revokedBy: null,
        },
      ];
      expect(await store().read(listKeys)).toEqual(kept);
      expect(await store().read(countKeys)).toBe(2);
      expect(await store().read((from) => findKey(from, second.id))).toEqual(kept[0]);
    });

    test('end when they are revoked, and once only', async () => {
      await store().write((writer) => storeKey(writer, first, editor));
      const [ended, later] = [new Date('2026-02-03T00:00:00Z'), new Date('2026-03-04T00:00:00Z')];
      await store().write((writer) => revokeKey(writer, first.id, { by: 'ada', now: ended }));
      const again = await store().write((writer) => revokeKey(writer, first.id, { by: 'bob', now: later }));
      expect(again).toEqual({
        ...first,
        name: 'newsroom',
        role: 'EDITOR',
        createdAt: '2026-01-02T03:04:05.678Z',
        createdBy: 'grace',
        revokedAt: '2026-02-03T00:00:00.000Z',
        revokedBy: 'ada',
      });
      expect(await store().read((from) => findKey(from, first.id))).toEqual(again);
    });

    test('have ids of their own', async () => {
      await store().write((writer) => storeKey(writer, first, editor));
      await expect(store().write((writer) => storeKey(writer, first, reader))).rejects.toThrow();
      expect(await store().read(listKeys)).toMatchObject([{ name: 'newsroom' }]);
    });

    test('that are not there can not be revoked', async () => {
      for (const revoke of [revokeKey, revokeUnlessLast]) {
        const attempt = store().write((writer) => revoke(writer, first.id, act));
        await expect(attempt).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
    });

    test('of administrators can be revoked but for the last valid one, also when all are at once', async () => {
      const admin = { ...editor, role: 'ADMIN' } as const;
      await store().write((writer) => storeKey(writer, first, admin));
      await store().write((writer) => storeKey(writer, second, admin));
      await store().write((writer) => storeKey(writer, third, editor));
      const outcomes = await Promise.allSettled(
        [first, second, third].map(({ id }) => store().write((writer) => revokeUnlessLast(writer, id, act))),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
      const valid = (await store().read(listKeys)).filter(({ revokedAt }) => revokedAt === null);
      expect(valid.map(({ role }) => role)).toEqual(['ADMIN']);
      const [last] = valid;
      const attempt = store().write((writer) => revokeUnlessLast(writer, last?.id ?? '', act));
      await expect(attempt).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    });

    test('of a version that noted nobody have nobody who made them', async () => {
      await store().write((writer) =>
        writer.run(
          "CREATE (:ApiKey {id: 'old', name: 'old', role: 'READER', hash: 'c', createdAt: '2024-01-01T00:00:00.000Z'})",
        ),
      );
      expect(await store().read((from) => findKey(from, 'old'))).toMatchObject({
        createdBy: null,
        revokedBy: null,
      });
    });
  });
}
