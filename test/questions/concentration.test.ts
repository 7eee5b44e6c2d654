import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { concentration } from '../../src/questions/concentration.js';
import { openGraph } from '../support/open-graph.js';
import { smallMoneyGraphYaml } from '../support/small-money-graph.js';

const on = '2026-01-01' as Day;
const billion = 1_000_000_000n;
const graph = await openGraph(smallMoneyGraphYaml);

describe('concentration', () => {
  it('weighs suppliers by dollars, ceilings in full, and counts what dollars do not weigh', async () => {
    expect(await concentration(graph, { of: 'lab', side: 'SUPPLIERS', on })).toEqual({
      of: 'lab',
      hhi: expect.closeTo((0.7 * 0.7 + 0.3 * 0.3) * 10_000, 6),
      shares: [
        { group: 'cloud', usd: 14n * billion, deals: 2, share: 0.7 },
        { group: 'chips', usd: 6n * billion, deals: 1, share: 0.3 },
      ],
      // A yearly rent, and won for which there is no rate.
      unknown: 2,
      rates: ['eur-usd-2025-06'],
      explored: 5,
      truncated: false,
    });
  });

  it('weighs by deals where asked', async () => {
    expect(await concentration(graph, { of: 'lab', side: 'SUPPLIERS', weight: 'DEALS', on })).toEqual({
      of: 'lab',
      hhi: expect.closeTo((0.6 * 0.6 + 0.2 * 0.2 + 0.2 * 0.2) * 10_000, 6),
      shares: [
        { group: 'cloud', usd: 14n * billion, deals: 3, share: 0.6 },
        { group: 'chips', usd: 6n * billion, deals: 1, share: 0.2 },
        { group: 'foundry', usd: null, deals: 1, share: 0.2 },
      ],
      unknown: 0,
      rates: ['eur-usd-2025-06'],
      explored: 5,
      truncated: false,
    });
  });

  it('of customers takes the whole group that sells', async () => {
    expect(await concentration(graph, { of: 'cloud-web', side: 'CUSTOMERS', on })).toMatchObject({
      hhi: 10_000,
      shares: [{ group: 'lab', usd: 14n * billion, deals: 2, share: 1 }],
      unknown: 1,
    });
    expect(
      await concentration(graph, { of: 'cloud-web', side: 'CUSTOMERS', on, rollUp: false }),
    ).toMatchObject({
      shares: [{ group: 'lab', usd: 4n * billion, deals: 1, share: 1 }],
      unknown: 0,
    });
  });

  it('of investors leaves out who bought the company', async () => {
    expect(await concentration(graph, { of: 'lab', side: 'INVESTORS', on })).toMatchObject({
      shares: [
        { group: 'chips', usd: 5n * billion, deals: 1, share: 5 / 9 },
        { group: 'cloud', usd: 3n * billion, deals: 1, share: 3 / 9 },
        { group: 'fund', usd: billion, deals: 1, share: 1 / 9 },
      ],
      unknown: 1,
    });
    const bought = await concentration(graph, { of: 'cloud-web', side: 'INVESTORS', on, rollUp: false });
    expect(bought).toMatchObject({ hhi: 0, shares: [], unknown: 0 });
  });
});
