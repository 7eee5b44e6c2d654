// The made-up facts obey facts/FORMAT.md, and are interesting enough to be worth asking about.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectFacts, generateFacts, HUBS } from '../support/generate-facts.js';
import { randomFacts } from '../support/random-facts.js';
import { randomFactsAndQuestion } from '../support/random-questions.js';
import { slowComputeSupply } from './compute-supply.js';
import { firstDay, lastDay } from './days.js';
import { listDeals } from './deals.js';
import type { Facts, RawRecord } from './facts.js';

const PARTIES = [
  'supplier',
  'customer',
  'investor',
  'investee',
  'acquirer',
  'target',
  'owner',
  'owned',
  'company',
];
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** All faults of facts as sentences. */
function faultsOf(facts: Facts): string[] {
  const faults: string[] = [];
  const fail = (record: RawRecord, fault: string) => faults.push(`${record.id}: ${fault}`);
  const records = Object.values(facts).flat() as RawRecord[];
  const ids = new Set(records.map(({ id }) => id));
  if (ids.size !== records.length) faults.push('an id is taken twice');
  const companies = new Set(facts.companies.map(({ id }) => id));
  const sources = new Set(facts.sources.map(({ id }) => id));
  const deals = new Map(listDeals(facts).map((deal) => [deal.id, deal]));

  for (const record of records) {
    if (!SLUG.test(record.id)) fail(record, 'id is no slug');
    const parties = PARTIES.flatMap((field) => record[field] ?? []) as string[];
    for (const party of [...parties, ...((record.companies ?? []) as string[])]) {
      if (!companies.has(party)) fail(record, `no company ${party}`);
    }
    if (parties.length === 2 && parties[0] === parties[1]) fail(record, 'both sides are one');
    for (const source of (record.sources ?? []) as string[]) {
      if (!sources.has(source)) fail(record, `no source ${source}`);
    }
    for (const start of [record.announcedOn, record.startsOn, record.closedOn, record.since]) {
      const end = record.endsOn ?? record.until;
      if (start && end && lastDay(String(end)) < firstDay(String(start)))
        fail(record, 'ends before it starts');
    }
    if (deals.has(record.id) && !((record.sources as string[]).length > 0)) fail(record, 'no source');
    for (const other of [record.replacedBy, record.expands, ...((record.deals ?? []) as string[])]) {
      if (other !== undefined && !deals.has(String(other))) fail(record, `no deal ${other}`);
    }
    if (record.replacedBy !== undefined && !(record.endsOn && record.status === 'SUPERSEDED')) {
      fail(record, 'replaced but not ended');
    }
  }
  return faults;
}

describe('random facts', () => {
  it('are valid', () => {
    fc.assert(
      fc.property(randomFacts(), (facts) => {
        expect(faultsOf(facts)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('often reach several tiers, and sometimes many', () => {
    const samples = fc.sample(randomFactsAndQuestion(), { numRuns: 300, seed: 1 });
    const depths = samples.map(({ facts, question }) => slowComputeSupply(facts, question).tiers.length);
    expect(depths.filter((depth) => depth >= 2).length).toBeGreaterThan(45);
    expect(depths.filter((depth) => depth >= 4).length).toBeGreaterThan(5);
  });
});

describe('generated facts', () => {
  const options = { companies: 500, deals: 3000, seed: 7, hubDeals: 400 };

  it('are valid, as many as asked, and the same again', () => {
    const facts = collectFacts(generateFacts(options));
    expect(faultsOf(facts)).toEqual([]);
    expect(facts.companies).toHaveLength(500);
    expect(listDeals(facts)).toHaveLength(3000);
    expect(facts.ownerships.length / facts.companies.length).toBeGreaterThan(0.02);
    expect(collectFacts(generateFacts(options))).toEqual(facts);
    expect(collectFacts(generateFacts({ ...options, seed: 8 }))).not.toEqual(facts);
  });

  it('give each hub its deals and labs all five layers', () => {
    const facts = collectFacts(generateFacts(options));
    for (const hub of Object.values(HUBS)) {
      const supplied = listDeals(facts).filter((deal) => deal.isSupply && deal.payee === hub);
      expect(supplied.length).toBeGreaterThanOrEqual(400);
    }
    const { tiers } = slowComputeSupply(facts, { of: 'lab-000000', on: '2026-07-01' });
    expect(tiers.map(({ tier }) => tier)).toEqual([1, 2, 3, 4]);
  });
});
