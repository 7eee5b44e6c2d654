// fast-check arbitraries for small valid facts (facts/FORMAT.md), made to hit the corners of the rules:
// chains and rings of owners, stakes of exactly 50, half-known dates, deals inside one group, withdrawn deals.
import fc from 'fast-check';
import { emptyFacts, type Facts, type RawOwnership } from '../oracle/facts.js';
import { randomDayNumber, randomPrecision, writeDate } from './random-dates.js';
import { addDeals, randomDealDrafts } from './random-deals.js';
import { addFigures, randomEventDrafts, randomMetricDrafts } from './random-figures.js';

export interface RandomFactsOptions {
  minCompanies?: number;
  /** At most 14. */
  maxCompanies?: number;
  maxDeals?: number;
  maxOwnerships?: number;
  /** Whether owners may own each other in a ring. */
  ownershipCycles?: boolean;
  /** Whether a company may be both sides of one deal. Off: FORMAT.md is silent, and a validator may refuse it. */
  selfDeals?: boolean;
  /** Whether events and metrics come along. */
  figures?: boolean;
}

/** Ids that sort differently by code unit, by length and by locale; several are beginnings of others. */
const COMPANY_IDS = [
  'openai',
  'open-ai',
  'aws',
  'amazon',
  'amazon-2',
  'amazon-10',
  'a',
  'a1',
  'a-b',
  'nvidia',
  'tsmc',
  'z9',
  '8090',
  'ab',
];

export function randomFacts(options: RandomFactsOptions = {}): fc.Arbitrary<Facts> {
  const { minCompanies = 3, maxCompanies = 14, maxDeals = 30, maxOwnerships = 8, figures = true } = options;
  return fc
    .record({
      companies: fc.shuffledSubarray(COMPANY_IDS, { minLength: minCompanies, maxLength: maxCompanies }),
      ownerships: fc.array(ownershipDraft, { maxLength: maxOwnerships }),
      deals: randomDealDrafts(maxDeals),
      events: fc.array(randomEventDrafts, { maxLength: figures ? 4 : 0 }),
      metrics: fc.array(randomMetricDrafts, { maxLength: figures ? 6 : 0 }),
    })
    .map((drafts) => {
      const facts = emptyFacts();
      for (const id of drafts.companies) {
        facts.companies.push({ id, name: `Company ${id}`, roles: ['ENTERPRISE'], country: 'US' });
      }
      for (const id of ['source-1', 'source-2', 'source-3']) {
        facts.sources.push({
          id,
          publisher: 'Press',
          title: `Title ${id}`,
          url: `https://example.org/${id}`,
        });
      }
      facts.ownerships = drafts.ownerships.map((draft, index) =>
        writeOwnership(draft, index, drafts.companies, options.ownershipCycles ?? true),
      );
      addDeals(facts, drafts.deals, options.selfDeals ?? false);
      addFigures(facts, drafts.events, drafts.metrics);
      return facts;
    });
}

const ownershipDraft = fc.record({
  owner: fc.nat(13),
  distance: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 13 })),
  upward: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
  stakePercent: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(51, 50.1, 60, 75, 100) },
    { weight: 3, arbitrary: fc.constantFrom(50, 49.9, 20, 9.3) },
    fc.constant(undefined),
  ),
  days: fc.tuple(randomDayNumber, randomDayNumber),
  precisions: fc.tuple(randomPrecision, randomPrecision),
  hasSince: fc.boolean(),
  hasUntil: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, fc.constant(true)),
});

type OwnershipDraft = typeof ownershipDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

function writeOwnership(
  draft: OwnershipDraft,
  index: number,
  companies: string[],
  ownershipCycles: boolean,
): RawOwnership {
  const count = companies.length;
  const owner = draft.owner % count;
  // The step is 1 to count - 1, so nobody owns itself.
  const owned = (owner + 1 + ((draft.distance - 1) % (count - 1))) % count;
  // Owners that always stand before what they own can make no ring.
  const isTurned = ownershipCycles ? draft.upward : owner > owned;
  const [first, second] = isTurned ? [owned, owner] : [owner, owned];
  const [since, until] = [...draft.days].sort((a, b) => a - b);
  return {
    id: `ownership-${index + 1}`,
    owner: companies[first] ?? '',
    owned: companies[second] ?? '',
    sources: ['source-1'],
    ...(draft.stakePercent !== undefined && { stakePercent: draft.stakePercent }),
    ...(draft.hasSince && { since: writeDate(since ?? 0, draft.precisions[0]) }),
    ...(draft.hasUntil && { until: writeDate(until ?? 0, draft.precisions[1]) }),
  };
}
