import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { moneyLoops } from '../../src/questions/money-loops.js';
import { openGraph } from '../support/open-graph.js';
import { smallMoneyGraphYaml } from '../support/small-money-graph.js';

const on = '2026-01-01' as Day;
const billion = 1_000_000_000n;
const graph = await openGraph(smallMoneyGraphYaml);

describe('money loops', () => {
  it('show each leg with all its deals, its sums and the rates that they used', async () => {
    expect(await moneyLoops(graph, { on, through: 'cloud-web', maxLength: 3 })).toEqual({
      loops: [
        {
          companies: ['chips', 'lab', 'cloud'],
          legs: [
            {
              payer: 'chips',
              payee: 'lab',
              deals: ['chips-lab-2025'],
              knownUsd: null,
              ceilingUsd: 5n * billion,
              rates: [],
              unconverted: 0,
            },
            {
              payer: 'lab',
              payee: 'cloud',
              deals: ['lab-cloud-2024', 'lab-cloud-lease-2025', 'lab-cloud-web-2025'],
              knownUsd: 10n * billion,
              ceilingUsd: 14n * billion,
              rates: [],
              unconverted: 0,
            },
            {
              payer: 'cloud',
              payee: 'chips',
              deals: ['cloud-chips-2023'],
              knownUsd: 6_600_000_000n,
              ceilingUsd: 6_600_000_000n,
              rates: ['eur-usd-2024'],
              unconverted: 0,
            },
          ],
          unknownLegs: 0,
          smallestKnownLegUsd: 5n * billion,
          since: '2025-08-01',
          until: null,
        },
        {
          companies: ['cloud', 'lab'],
          legs: [
            {
              payer: 'cloud',
              payee: 'lab',
              deals: ['cloud-lab-2024'],
              knownUsd: 3n * billion,
              ceilingUsd: 3n * billion,
              rates: [],
              unconverted: 0,
            },
            {
              payer: 'lab',
              payee: 'cloud',
              deals: ['lab-cloud-2024', 'lab-cloud-lease-2025', 'lab-cloud-web-2025'],
              knownUsd: 10n * billion,
              ceilingUsd: 14n * billion,
              rates: [],
              unconverted: 0,
            },
          ],
          unknownLegs: 0,
          smallestKnownLegUsd: 3n * billion,
          since: '2024-06-01',
          until: null,
        },
      ],
      explored: 9,
      truncated: false,
    });
  });

  it('come once each: fewest unknown legs, largest least leg, shortest', async () => {
    const { loops } = await moneyLoops(graph, { on });
    expect(loops.map(({ legs: _, ...loop }) => loop)).toEqual([
      {
        companies: ['chips', 'lab'],
        unknownLegs: 0,
        smallestKnownLegUsd: 5n * billion,
        since: '2025-09-09',
        until: '2028-12-31',
      },
      {
        companies: ['chips', 'lab', 'cloud'],
        unknownLegs: 0,
        smallestKnownLegUsd: 5n * billion,
        since: '2025-08-01',
        until: null,
      },
      {
        companies: ['cloud', 'lab'],
        unknownLegs: 0,
        smallestKnownLegUsd: 3n * billion,
        since: '2024-06-01',
        until: null,
      },
      {
        companies: ['chips', 'foundry', 'lab', 'cloud'],
        unknownLegs: 2,
        smallestKnownLegUsd: 6_600_000_000n,
        since: '2025-11-01',
        until: null,
      },
      {
        companies: ['chips', 'foundry', 'lab'],
        unknownLegs: 2,
        smallestKnownLegUsd: 6n * billion,
        since: '2025-11-01',
        until: '2028-12-31',
      },
      {
        companies: ['foundry', 'lab'],
        unknownLegs: 2,
        smallestKnownLegUsd: null,
        since: '2025-11-01',
        until: null,
      },
    ]);
  });

  it('count the deals of a leg that no rate converts', async () => {
    const { loops } = await moneyLoops(graph, { on, through: 'foundry', maxLength: 2 });
    expect(loops.map(({ legs }) => legs[1])).toEqual([
      {
        payer: 'lab',
        payee: 'foundry',
        deals: ['lab-foundry'],
        knownUsd: null,
        ceilingUsd: null,
        rates: [],
        unconverted: 1,
      },
    ]);
  });

  it('hold on the day asked about', async () => {
    const companies = async (day: string) =>
      (await moneyLoops(graph, { on: day as Day })).loops.map((loop) => loop.companies.join(' '));
    expect(await companies('2024-05-31')).toEqual([]);
    expect(await companies('2024-06-01')).toEqual(['cloud lab']);
    expect(await companies('2029-01-01')).toEqual([
      'chips lab cloud',
      'cloud lab',
      'chips foundry lab cloud',
      'foundry lab',
    ]);
  });

  it('of a company that no money comes back to are none', async () => {
    expect(await moneyLoops(graph, { on, through: 'fund' })).toEqual({
      loops: [],
      explored: 1,
      truncated: false,
    });
  });

  it('are refused beyond 6 companies, and through a company that does not exist', async () => {
    await expect(moneyLoops(graph, { maxLength: 7 })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: 'maxLength is 7; it is from 2 to 6',
    });
    await expect(moneyLoops(graph, { through: 'clod' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('end when their caller calls them off', async () => {
    const signal = AbortSignal.abort(new Error('no longer wanted'));
    await expect(moneyLoops(graph, { on }, { signal })).rejects.toThrow('no longer wanted');
  });
});
