// The rules that all questions share, each on an example worked out by hand.
import { describe, expect, it } from 'vitest';
import { firstDay, lastDay } from './days.js';
import { type Deal, listDeals } from './deals.js';
import { emptyFacts, type RawOwnership } from './facts.js';
import { ultimateOwner } from './groups.js';
import { countsOn, isInForce } from './in-force.js';
import { loadFacts, parseFacts } from './load-facts.js';
import { tinyFacts } from './tiny-facts.js';

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
