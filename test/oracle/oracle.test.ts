import { describe, expect, it } from 'vitest';
import { slowComputeSupply } from './compute-supply.js';
import { firstDay, lastDay } from './days.js';
import { type Deal, listDeals } from './deals.js';
import { slowExposure } from './exposure.js';
import { emptyFacts, type RawOwnership } from './facts.js';
import { ultimateOwner } from './groups.js';
import { countsOn, isInForce } from './in-force.js';
import { loadFacts, parseFacts } from './load-facts.js';
import { toUsd } from './money.js';
import { tinyFacts, tinyRates } from './tiny-facts.js';

const facts = tinyFacts();
const on = '2025-12-01';

function deal(id: string): Deal {
  const found = listDeals(facts).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no deal ${id}`);
  return found;
}

describe('facts', () => {
  it('keep bare dates as text and numbers exact', () => {
    const text =
      'events: [{on: 2026-04, since: 2026, until: 2026-03-09, units: 9007199254740993, stake: 9.3}]';
    expect(parseFacts(text)).toEqual({
      events: [{ on: '2026-04', since: '2026', until: '2026-03-09', units: 9007199254740993n, stake: 9.3 }],
    });
  });

  it('of the seed are read whole', () => {
    const seed = loadFacts();
    expect(seed.companies.length).toBeGreaterThan(300);
    expect(listDeals(seed).length).toBeGreaterThan(600);
    for (const event of seed.events) expect(event.on).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
  });
});

describe('days', () => {
  it('start on their first and end on their last day', () => {
    expect(['2024', '2024-02', '2024-02-10'].map(firstDay)).toEqual([
      '2024-01-01',
      '2024-02-01',
      '2024-02-10',
    ]);
    expect(['2024', '2024-02', '2025-02', '2025-12', '2024-02-10'].map(lastDay)).toEqual([
      '2024-12-31',
      '2024-02-29',
      '2025-02-28',
      '2025-12-31',
      '2024-02-10',
    ]);
  });
});

describe('in force', () => {
  it('is from the signing on, or from the start when delivering', () => {
    const aws = deal('openai-aws-2025');
    expect(isInForce(aws, { on: '2025-11-02' })).toBe(false);
    expect(isInForce(aws, { on: '2025-11-03' })).toBe(true);
    expect(isInForce(aws, { on: '2025-12-31', basis: 'DELIVERING' })).toBe(false);
    expect(isInForce(aws, { on: '2026-01-01', basis: 'DELIVERING' })).toBe(true);
    expect(isInForce(aws, { on: '2032-12-31' })).toBe(true);
    expect(isInForce(aws, { on: '2033-01-01' })).toBe(false);
  });

  it('is always for an undated deal, and never for one terminated on no known day', () => {
    expect(isInForce(deal('nvidia-tsmc'), { on: '1990-01-01' })).toBe(true);
    expect(isInForce(deal('nvidia-openai-withdrawn'), { on: '2024-06-01' })).toBe(false);
  });

  it('ends for a superseded deal on its last day, while the next one has begun', () => {
    expect(isInForce(deal('openai-microsoft-2023'), { on: '2025-10-31' })).toBe(true);
    expect(isInForce(deal('openai-microsoft-2025'), { on: '2025-10-31' })).toBe(true);
    expect(isInForce(deal('openai-microsoft-2023'), { on: '2025-11-01' })).toBe(false);
  });

  it('leaves out rumours unless asked, and what is less sure than asked', () => {
    expect(isInForce(deal('openai-oracle-2025'), { on })).toBe(false);
    expect(isInForce(deal('openai-oracle-2025'), { on, includeRumoured: true })).toBe(true);
    const kept = (minConfidence: 'CONFIRMED' | 'REPORTED' | 'ESTIMATED') =>
      ['nvidia-tsmc', 'amazon-nvidia-2024', 'broadcom-tsmc'].filter((id) =>
        countsOn(deal(id), { on, minConfidence }),
      );
    expect(kept('CONFIRMED')).toEqual(['nvidia-tsmc']);
    expect(kept('REPORTED')).toEqual(['nvidia-tsmc', 'amazon-nvidia-2024']);
    expect(kept('ESTIMATED')).toEqual(['nvidia-tsmc', 'amazon-nvidia-2024', 'broadcom-tsmc']);
  });
});

describe('groups', () => {
  const owns = (owner: string, owned: string, stakePercent?: number, since?: string, until?: string) =>
    ({
      id: `${owner}-${owned}`,
      owner,
      owned,
      stakePercent,
      since,
      until,
      sources: ['press'],
    }) as RawOwnership;
  const owner = (company: string, day: string, ...ownerships: RawOwnership[]) =>
    ultimateOwner({ ...emptyFacts(), ownerships }, company, day);

  it('follow majorities up, and nothing less', () => {
    expect(owner('c', on, owns('b', 'c', 51), owns('a', 'b', 50.1))).toBe('a');
    expect(owner('c', on, owns('b', 'c', 50))).toBe('c');
    expect(owner('c', on, owns('b', 'c'))).toBe('c');
  });

  it('change with the day, the last day included', () => {
    const sold = [owns('b', 'c', 100, undefined, '2025-06'), owns('a', 'c', 100, '2025-07')];
    expect(owner('c', '2025-06-30', ...sold)).toBe('b');
    expect(owner('c', '2025-07-01', ...sold)).toBe('a');
  });

  it('take the larger of two majorities, then the smaller id', () => {
    expect(owner('c', on, owns('a', 'c', 51), owns('b', 'c', 60))).toBe('b');
    expect(owner('c', on, owns('b', 'c', 60), owns('a', 'c', 60))).toBe('a');
  });

  it('that own each other in a ring are named by the smallest id of the ring', () => {
    const ring = [owns('y', 'x', 60), owns('z', 'y', 60), owns('y', 'z', 60), owns('x', 'a', 60)];
    expect(['a', 'x', 'y', 'z'].map((company) => owner(company, on, ...ring))).toEqual(['y', 'y', 'y', 'y']);
  });
});

describe('money', () => {
  it('takes the latest rate on or before the day, else the earliest, else none', () => {
    const euros = { value: 100, currency: 'EUR', basis: 'TOTAL' as const };
    const at = (date: string | undefined) => toUsd(euros, date, tinyRates);
    expect([at('2025-10-01'), at('2025-10'), at('2025-09-30'), at('2020'), at(undefined)]).toEqual([
      115n,
      115n,
      110n,
      110n,
      110n,
    ]);
    expect(toUsd({ ...euros, currency: 'CHF' }, '2025', tinyRates)).toBeNull();
  });

  it('rounds halves up, exactly, for any size and sign', () => {
    const rates = [{ currency: 'EUR', usdPerUnit: '0.5', on: '2025' }];
    const usd = (value: number | bigint) => toUsd({ value, currency: 'EUR', basis: 'TOTAL' }, '2025', rates);
    expect([5, 4, -5, -6, -7, 0, 2n ** 71n + 1n].map(usd)).toEqual([
      3n,
      2n,
      -2n,
      -3n,
      -3n,
      0n,
      2n ** 70n + 1n,
    ]);
  });
});

describe('compute supply', () => {
  it('lists each group at its smallest tier with the companies that signed', () => {
    expect(slowComputeSupply(facts, { of: 'openai', on })).toEqual({
      tiers: [
        {
          tier: 1,
          suppliers: [
            { company: 'aws', group: 'amazon', deals: ['openai-aws-2025'], suppliesTo: ['openai'] },
            {
              company: 'broadcom',
              group: 'broadcom',
              deals: ['openai-broadcom-2025'],
              suppliesTo: ['openai'],
            },
            {
              company: 'microsoft',
              group: 'microsoft',
              deals: ['openai-microsoft-2025'],
              suppliesTo: ['openai'],
            },
          ],
        },
        {
          tier: 2,
          suppliers: [
            {
              company: 'nvidia',
              group: 'nvidia',
              deals: ['amazon-nvidia-2024', 'microsoft-nvidia-2024'],
              suppliesTo: ['amazon', 'microsoft'],
            },
            // TSMC supplies Nvidia too, but that is no deal reaching tier 1.
            { company: 'tsmc', group: 'tsmc', deals: ['broadcom-tsmc'], suppliesTo: ['broadcom'] },
          ],
        },
        {
          tier: 3,
          suppliers: [{ company: 'asml', group: 'asml', deals: ['tsmc-asml'], suppliesTo: ['tsmc'] }],
        },
      ],
    });
  });

  it('without roll-up stops at the company that signed, which others supply in its own name', () => {
    const companies = (of: string, tiers: number) =>
      slowComputeSupply(facts, { of, on, tiers, rollUp: false }).tiers.map(({ suppliers }) =>
        suppliers.map(({ company }) => company),
      );
    expect(companies('aws', 1)).toEqual([]);
    expect(companies('amazon', 1)).toEqual([['aws', 'nvidia']]);
    expect(slowComputeSupply(facts, { of: 'aws', on, tiers: 1 }).tiers).toEqual([
      {
        tier: 1,
        suppliers: [
          { company: 'nvidia', group: 'nvidia', deals: ['amazon-nvidia-2024'], suppliesTo: ['amazon'] },
        ],
      },
    ]);
  });

  it('keeps to the kinds asked for', () => {
    const { tiers } = slowComputeSupply(facts, { of: 'openai', on, kinds: ['CHIP_SUPPLY'] });
    expect(tiers.map(({ suppliers }) => suppliers.map(({ company }) => company))).toEqual([['broadcom']]);
  });
});

describe('exposure', () => {
  it('is supply seen from the other end', () => {
    expect(slowExposure(facts, { to: 'nvidia', on })).toEqual({
      tiers: [
        {
          tier: 1,
          customers: [
            { company: 'amazon', group: 'amazon', deals: ['amazon-nvidia-2024'], dependsOn: ['nvidia'] },
            {
              company: 'microsoft',
              group: 'microsoft',
              deals: ['microsoft-nvidia-2024'],
              dependsOn: ['nvidia'],
            },
          ],
        },
        {
          tier: 2,
          customers: [
            {
              company: 'openai',
              group: 'openai',
              deals: ['openai-aws-2025', 'openai-microsoft-2025'],
              dependsOn: ['aws', 'microsoft'],
            },
          ],
        },
      ],
    });
  });
});
