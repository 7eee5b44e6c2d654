// Narrow places and common suppliers, on tiny-facts.ts, worked out by hand.
import { describe, expect, it } from 'vitest';
import { slowChokePoints } from './choke-points.js';
import { slowSharedSuppliers } from './shared-suppliers.js';
import { tinyFacts } from './tiny-facts.js';

const facts = tinyFacts();
const on = '2025-12-01';

describe('shared suppliers', () => {
  it('are those of all, with the tier of each', () => {
    expect(slowSharedSuppliers(facts, { companies: ['openai', 'broadcom'], on })).toEqual([
      { group: 'asml', tierOf: [tier('openai', 3), tier('broadcom', 2)] },
      { group: 'tsmc', tierOf: [tier('openai', 2), tier('broadcom', 1)] },
    ]);
    expect(slowSharedSuppliers(facts, { companies: ['openai', 'asml'], on })).toEqual([]);
  });

  function tier(company: string, number: number) {
    return { company, tier: number };
  }
});

describe('choke points', () => {
  it('weigh each category by customers, and name what cannot be gone around', () => {
    const third = 1 / 3;
    expect(slowChokePoints(facts, { of: 'openai', on }).categories).toEqual([
      {
        category: 'CHIP_SUPPLY',
        hhi: expect.closeTo(5555.5556, 3),
        suppliers: [
          { group: 'nvidia', weight: 2n, share: 2 * third, soleSupplierOf: ['amazon', 'microsoft'] },
          { group: 'broadcom', weight: 1n, share: third, soleSupplierOf: ['openai'] },
        ],
        unavoidable: [],
      },
      {
        category: 'CLOUD_CONTRACT',
        hhi: 5000,
        suppliers: [
          { group: 'amazon', weight: 1n, share: 0.5, soleSupplierOf: [] },
          { group: 'microsoft', weight: 1n, share: 0.5, soleSupplierOf: [] },
        ],
        unavoidable: [],
      },
      {
        category: 'FABRICATION',
        hhi: 10000,
        suppliers: [{ group: 'tsmc', weight: 2n, share: 1, soleSupplierOf: ['broadcom', 'nvidia'] }],
        unavoidable: ['tsmc'],
      },
      {
        category: 'LITHOGRAPHY',
        hhi: 10000,
        suppliers: [{ group: 'asml', weight: 1n, share: 1, soleSupplierOf: ['tsmc'] }],
        unavoidable: ['asml', 'tsmc'],
      },
    ]);
  });

  it('look no further than the tiers, but call nobody sole who has a rival beyond them', () => {
    const rival = facts.componentSupply.map((deal) =>
      deal.id === 'tsmc-asml'
        ? { ...deal, id: 'nvidia-asml', customer: 'nvidia', category: 'FABRICATION' }
        : deal,
    );
    const { categories } = slowChokePoints(
      { ...facts, componentSupply: rival },
      { of: 'openai', on, tiers: 2 },
    );
    // ASML stands in tier 3 here and has no weight, yet Nvidia now has two to choose from.
    expect(categories.find(({ category }) => category === 'FABRICATION')?.suppliers).toEqual([
      { group: 'tsmc', weight: 2n, share: 1, soleSupplierOf: ['broadcom'] },
    ]);
  });
});
