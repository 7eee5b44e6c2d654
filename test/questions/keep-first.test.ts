import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepFirst } from '../../src/questions/keep-first.js';

const ascending = (one: number, other: number): number => one - other;

it('keeps of many items those that a whole list of them begins with', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 200 }), fc.integer({ min: 1, max: 30 }), (items, limit) => {
      const kept = keepFirst(limit, ascending);
      for (const item of items) kept.add(item);
      expect(kept.all()).toEqual([...items].sort(ascending).slice(0, limit));
    }),
  );
});

it('goes on keeping after it was looked at', () => {
  const kept = keepFirst(2, ascending);
  kept.add(3);
  expect(kept.all()).toEqual([3]);
  for (const item of [2, 5, 1]) kept.add(item);
  expect(kept.all()).toEqual([1, 2]);
});
