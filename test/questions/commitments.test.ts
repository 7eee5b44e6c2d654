import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { commitments } from '../../src/questions/commitments.js';
import type { MoneySum } from '../../src/questions/money-sums.js';
import { importText } from '../support/import-text.js';
import { openGraph } from '../support/open-graph.js';
import { smallMoneyGraphYaml } from '../support/small-money-graph.js';

const on = '2026-01-01' as Day;
const billion = 1_000_000_000n;
const graph = await openGraph(smallMoneyGraphYaml);

const dollars = (basis: MoneySum['basis'], value: bigint): MoneySum => ({
  currency: 'USD',
  basis,
  value,
  usd: value,
  rates: [],
  deals: 1,
});
const euros: MoneySum = {
  currency: 'EUR',
  basis: 'AT_LEAST',
  value: 5n * billion,
  usd: 6n * billion,
  rates: ['eur-usd-2025-06'],
  deals: 1,
};
const won: MoneySum = {
  currency: 'KRW',
  basis: 'TOTAL',
  value: 500n * billion,
  usd: null,
  rates: [],
  deals: 1,
};
const [total, ceiling, yearly] = [
  dollars('TOTAL', 10n * billion),
  dollars('UP_TO', 4n * billion),
  dollars('PER_YEAR', billion),
];

describe('commitments', () => {
  it('are summed per currency and basis, by whom, for what and in which year, beside what is reported', async () => {
    expect(await commitments(graph, { of: 'lab', on })).toEqual({
      of: 'lab',
      sums: [euros, won, total, ceiling, yearly],
      deals: [
        'lab-chips-2025',
        'lab-cloud-2024',
        'lab-cloud-lease-2025',
        'lab-cloud-web-2025',
        'lab-foundry',
      ],
      byCounterparty: [
        { counterparty: 'chips', sums: [euros], deals: ['lab-chips-2025'] },
        {
          counterparty: 'cloud',
          sums: [total, ceiling, yearly],
          deals: ['lab-cloud-2024', 'lab-cloud-lease-2025', 'lab-cloud-web-2025'],
        },
        { counterparty: 'foundry', sums: [won], deals: ['lab-foundry'] },
      ],
      byKind: [
        { kind: 'CLOUD_CONTRACT', sums: [total, ceiling], deals: ['lab-cloud-2024', 'lab-cloud-web-2025'] },
        { kind: 'CHIP_SUPPLY', sums: [euros], deals: ['lab-chips-2025'] },
        { kind: 'COMPONENT_SUPPLY', sums: [won], deals: ['lab-foundry'] },
        { kind: 'FACILITY_CONTRACT', sums: [yearly], deals: ['lab-cloud-lease-2025'] },
      ],
      byYear: [
        { year: 2024, sums: [total], deals: ['lab-cloud-2024'] },
        {
          year: 2025,
          sums: [euros, ceiling, yearly],
          deals: ['lab-chips-2025', 'lab-cloud-lease-2025', 'lab-cloud-web-2025'],
        },
        { year: null, sums: [won], deals: ['lab-foundry'] },
      ],
      reported: ['lab-commitments-2025-11'],
      revenue: ['lab-run-rate-2025-10', 'lab-revenue-2024'],
      timesRevenue: 15,
      explored: 5,
      truncated: false,
    });
  });

  it('are set beside what was known on the day only', async () => {
    const known = async (day: string) => {
      const { reported, revenue, timesRevenue } = await commitments(graph, { of: 'lab', on: day as Day });
      return { reported, revenue, timesRevenue };
    };
    expect(await known('2025-01-31')).toEqual({ reported: [], revenue: [], timesRevenue: null });
    expect(await known('2025-02-01')).toEqual({
      reported: [],
      revenue: ['lab-revenue-2024'],
      timesRevenue: null,
    });
  });

  it('to companies of the own group are none', async () => {
    const inside = await openGraph(smallMoneyGraphYaml);
    await importText(
      inside.store,
      `
cloudContracts:
- {id: cloud-inside-2025, supplier: cloud-web, customer: cloud, announcedOn: '2025', status: ACTIVE, confidence: CONFIRMED,
   amount: {value: 7000000000, currency: USD, basis: TOTAL}, summary: From one pocket to the other., sources: [press]}
`,
    );
    const signedBy = async (of: string, rollUp: boolean) =>
      (await commitments(inside, { of, on, rollUp })).byCounterparty.map(({ counterparty, deals }) => [
        counterparty,
        ...deals,
      ]);
    const outside = [['chips', 'cloud-chips-2023']];
    expect(await signedBy('cloud', true)).toEqual(outside);
    expect(await signedBy('cloud-web', true)).toEqual(outside);
    expect(await signedBy('cloud', false)).toEqual([...outside, ['cloud-web', 'cloud-inside-2025']]);
  });
});
