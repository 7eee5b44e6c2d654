// What is owed to whom and how concentrated it is, on tiny-facts.ts, worked out by hand.
import { describe, expect, it } from 'vitest';
import { slowCommitments } from './commitments.js';
import { slowConcentration } from './concentration.js';
import { tinyRates as rates, tinyFacts } from './tiny-facts.js';

const facts = tinyFacts();
const on = '2025-12-01';
const billion = 1_000_000_000n;

describe('commitments', () => {
  it('are summed per currency and basis, beside the latest figures known', () => {
    const euros = { currency: 'EUR', basis: 'ESTIMATE', value: 20n * billion, usd: 23n * billion, deals: 1 };
    const dollars = (value: bigint, deals = 1) => ({
      currency: 'USD',
      basis: 'TOTAL',
      value: value * billion,
      usd: value * billion,
      deals,
    });
    const deals = ['openai-aws-2025', 'openai-broadcom-2025', 'openai-microsoft-2025'];
    expect(slowCommitments(facts, { of: 'openai', on, rates })).toEqual({
      sums: [euros, dollars(288n, 2)],
      deals,
      byCounterparty: [
        { counterparty: 'amazon', sums: [dollars(38n)], deals: ['openai-aws-2025'] },
        { counterparty: 'broadcom', sums: [euros], deals: ['openai-broadcom-2025'] },
        { counterparty: 'microsoft', sums: [dollars(250n)], deals: ['openai-microsoft-2025'] },
      ],
      byKind: [
        {
          kind: 'CLOUD_CONTRACT',
          sums: [dollars(288n, 2)],
          deals: ['openai-aws-2025', 'openai-microsoft-2025'],
        },
        { kind: 'CHIP_SUPPLY', sums: [euros], deals: ['openai-broadcom-2025'] },
      ],
      byYear: [{ year: 2025, sums: [euros, dollars(288n, 2)], deals }],
      reported: ['openai-commitments-2025-10'],
      revenue: ['openai-run-rate-2025-10'],
      timesRevenue: 70,
    });
    expect(slowCommitments(facts, { of: 'openai', on: '2026-02-01', rates }).revenue).toEqual([
      'openai-revenue-2025',
      'openai-run-rate-2025-10',
    ]);
    expect(slowCommitments(facts, { of: 'nvidia', on, rates }).byYear).toEqual([
      { year: null, sums: [], deals: ['nvidia-tsmc'] },
    ]);
  });
});

describe('concentration', () => {
  it('weighs by dollars what has a total, and counts the rest as unknown', () => {
    const suppliers = slowConcentration(facts, { of: 'openai', on, rates, side: 'SUPPLIERS', weight: 'USD' });
    expect(suppliers.shares.map(({ group, usd, share }) => [group, usd, share])).toEqual([
      ['microsoft', 250n * billion, 250 / 311],
      ['amazon', 38n * billion, 38 / 311],
      ['broadcom', 23n * billion, 23 / 311],
    ]);
    expect(suppliers.hhi).toBeCloseTo(((250 * 250 + 38 * 38 + 23 * 23) / (311 * 311)) * 10_000, 6);
    expect(slowConcentration(facts, { of: 'nvidia', on, rates, side: 'CUSTOMERS', weight: 'USD' })).toEqual({
      hhi: 0,
      shares: [],
      unknown: 2,
    });
  });

  it('weighs by deals', () => {
    expect(slowConcentration(facts, { of: 'openai', on, rates, side: 'INVESTORS', weight: 'DEALS' })).toEqual(
      {
        hhi: 5000,
        shares: [
          { group: 'microsoft', usd: billion, deals: 1, share: 0.5 },
          { group: 'nvidia', usd: 100n * billion, deals: 1, share: 0.5 },
        ],
        unknown: 0,
      },
    );
  });
});
