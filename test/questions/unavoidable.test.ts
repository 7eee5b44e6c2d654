import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDominators, unavoidableFor } from '../../src/questions/unavoidable.js';
import { distancesFrom } from '../oracle/distances.js';
import { sortedUnique } from '../oracle/sorted.js';

const target = 'x';

interface Supply {
  readonly customer: string;
  readonly supplier: string;
}

function suppliersOf(links: readonly Supply[]): Map<string, string[]> {
  const suppliers = new Map<string, string[]>();
  for (const { customer, supplier } of links) {
    suppliers.set(customer, [...(suppliers.get(customer) ?? []), supplier]);
  }
  return suppliers;
}

async function unavoidable(links: readonly Supply[], roots: readonly string[]): Promise<string[]> {
  return unavoidableFor(target, roots, await findDominators(target, suppliersOf(links)));
}

const reached = (links: readonly Supply[], without?: string): ReadonlySet<string> => {
  const left = links.filter(({ customer, supplier }) => customer !== without && supplier !== without);
  const steps = left.map(({ customer, supplier }) => ({ from: customer, to: supplier }));
  return new Set(distancesFrom(target, steps).keys());
};

const links = (...texts: string[]): Supply[] =>
  texts.map((text) => {
    const [supplier = '', customer = ''] = text.split(' ');
    return { customer, supplier };
  });

describe('unavoidable groups', () => {
  it('are on every path to the target', async () => {
    const chain = links('a x', 'b a', 'c b');
    expect(await unavoidable(chain, ['c'])).toEqual(['a', 'b', 'c']);
    expect(await unavoidable([...chain, ...links('c a')], ['c'])).toEqual(['a', 'c']);
    expect(await unavoidable([...chain, ...links('d x', 'c d')], ['c'])).toEqual(['c']);
    expect(await unavoidable([...chain, ...links('d b')], ['c', 'd'])).toEqual(['a', 'b']);
  });

  it('are found where a way round shows only after a ring was followed', async () => {
    // First f seems to be behind a and b; but d leads to b from the other side, by way of the ring of b and c.
    const ring = links('a x', 'b a', 'c b', 'f b', 'b c', 'd x', 'e d', 'c e');
    expect(await unavoidable(ring, ['f'])).toEqual(['b', 'f']);
    expect(await unavoidable(ring, ['c'])).toEqual(['c']);
  });

  it('are none where the target supplies itself only, or nobody supplies', async () => {
    expect(await unavoidable(links('a x', 'x a'), ['x'])).toEqual([]);
    expect(await unavoidable([], [])).toEqual([]);
  });

  it('are those without which no supplier reaches the target, in any graph', async () => {
    const ids = ['x', 'a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const anyLink = fc.record({ customer: fc.constantFrom(...ids), supplier: fc.constantFrom(...ids) });
    const anyLinks = fc.array(anyLink, { minLength: 4, maxLength: 16, size: 'max' });
    await fc.assert(
      fc.asyncProperty(anyLinks, fc.subarray(ids, { minLength: 1, maxLength: 3 }), async (made, roots) => {
        const near = reached(made);
        const known = made.filter(({ supplier, customer }) => near.has(supplier) && near.has(customer));
        const suppliers = roots.filter((root) => root !== target && near.has(root));
        const expected = sortedUnique(near).filter((group) => {
          if (group === target || suppliers.length === 0) return false;
          const left = reached(known, group);
          return suppliers.every((supplier) => supplier === group || !left.has(supplier));
        });
        expect(await unavoidable(known, suppliers)).toEqual(expected);
      }),
      { numRuns: 3_000 },
    );
  });
});
