// Random deals of all six kinds. Drafts hold free numbers that always can be read as a valid deal,
// so nothing is thrown away and a failing example shrinks well.
import fc from 'fast-check';
import type { Facts, RawAcquisition, RawInvestment, RawSupply, Status } from '../oracle/facts.js';
import {
  type Precision,
  randomDayNumber,
  randomEarlyDayNumber,
  randomPrecision,
  writeDate,
} from './random-dates.js';
import { randomMoney } from './random-money.js';

const SUPPLIES = ['cloudContracts', 'chipSupply', 'componentSupply', 'facilityContracts'] as const;
const SECTIONS = [...SUPPLIES, 'investments', 'acquisitions'] as const;
type DealSection = (typeof SECTIONS)[number];

const COMPONENTS = ['FABRICATION', 'MEMORY', 'LITHOGRAPHY', 'SERVERS'];
const FACILITIES = ['LEASE', 'COLOCATION', 'CONSTRUCTION', 'POWER'];

const dealDraft = fc.record({
  section: fc.constantFrom<DealSection>(...SUPPLIES, ...SECTIONS),
  left: fc.nat(13),
  // Mostly the next company, so that long chains and rings come about.
  distance: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(1, 2) }, fc.integer({ min: 0, max: 13 })),
  days: fc.tuple(randomEarlyDayNumber, randomDayNumber, randomDayNumber),
  precisions: fc.tuple(randomPrecision, randomPrecision, randomPrecision),
  isAnnounced: fc.boolean(),
  startsBeforeAnnounced: fc.boolean(),
  hasStart: fc.boolean(),
  hasEnd: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, fc.constant(true)),
  status: fc.constantFrom<Status>(
    'ACTIVE',
    'ACTIVE',
    'ACTIVE',
    'ACTIVE',
    'ANNOUNCED',
    'ANNOUNCED',
    'COMPLETED',
    'COMPLETED',
    'RUMOURED',
    'SUPERSEDED',
    'TERMINATED',
  ),
  confidence: fc.constantFrom(
    'CONFIRMED' as const,
    'CONFIRMED' as const,
    'REPORTED' as const,
    'ESTIMATED' as const,
  ),
  amount: fc.option(randomMoney, { nil: undefined }),
  category: fc.nat(3),
  sources: fc.shuffledSubarray(['source-1', 'source-2', 'source-3'], { minLength: 1 }),
  isReplaced: fc.boolean(),
  expands: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
  other: fc.nat(29),
});

export type DealDraft = typeof dealDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

export function randomDealDrafts(maxDeals: number): fc.Arbitrary<DealDraft[]> {
  const few = fc.array(dealDraft, { maxLength: Math.min(maxDeals, 10) });
  const many = fc.array(dealDraft, {
    minLength: Math.floor(maxDeals * 0.7),
    maxLength: maxDeals,
    size: 'max',
  });
  return fc.oneof(few, { weight: 3, arbitrary: many });
}

export function addDeals(facts: Facts, drafts: DealDraft[], selfDeals: boolean): void {
  const companies = facts.companies.map(({ id }) => id);
  const ids = drafts.map((draft, index) => `deal-${draft.section.toLowerCase()}-${index + 1}`);
  for (const [index, draft] of drafts.entries()) {
    const left = draft.left % companies.length;
    let right = (left + draft.distance) % companies.length;
    if (right === left && !selfDeals) right = (left + 1) % companies.length;
    // Deals expand earlier and are replaced by later ones of their own kind, so neither goes in a ring.
    const peers = ids.map((id, at) => ({ id, at })).filter(({ at }) => drafts[at]?.section === draft.section);
    const later = pick(
      peers.filter(({ at }) => at > index),
      draft.other,
    );
    const earlier = pick(
      peers.filter(({ at }) => at < index),
      draft.other,
    );
    const isReplaced = draft.isReplaced && draft.status === 'SUPERSEDED' && later !== undefined;
    const isSupply = draft.section !== 'investments' && draft.section !== 'acquisitions';

    const deal = {
      id: ids[index] ?? '',
      summary: `Deal number ${index + 1}.`,
      status: draft.status,
      confidence: draft.confidence,
      sources: draft.sources,
      ...writeTerm(draft, isReplaced, isSupply),
      ...(draft.amount !== undefined && { amount: draft.amount }),
      ...(isReplaced && { replacedBy: later.id }),
      ...(isSupply && draft.expands && earlier !== undefined && { expands: earlier.id }),
    };
    addTo(facts, draft, deal, companies[left] ?? '', companies[right] ?? '');
  }
}

/** The three days are put in order first: cut to any precision, an end then never lies before a start. */
function writeTerm(draft: DealDraft, isReplaced: boolean, isSupply: boolean) {
  const sorted = [...draft.days].sort((a, b) => a - b);
  const dates = sorted.map((day, at) => writeDate(day, draft.precisions[at] as Precision));
  const [first, second, third] = dates;
  const [announcedOn, startsOn] = draft.startsBeforeAnnounced ? [second, first] : [first, second];
  // Half of what is over says when; the rest never counts.
  const isOver = draft.isReplaced && (draft.status === 'SUPERSEDED' || draft.status === 'TERMINATED');
  const mayBeUndated = draft.section === 'componentSupply';
  return {
    ...((draft.isAnnounced || !mayBeUndated) && { announcedOn }),
    ...(isSupply && draft.hasStart && { startsOn }),
    ...(draft.section === 'acquisitions' && draft.hasStart && { closedOn: second }),
    ...((draft.hasEnd || isReplaced || isOver) && { endsOn: third }),
  };
}

function pick<Item>(items: Item[], number: number): Item | undefined {
  return items[number % Math.max(1, items.length)];
}

type Bare = Omit<RawSupply, 'supplier' | 'customer'>;

function addTo(facts: Facts, draft: DealDraft, bare: object, payer: string, payee: string): void {
  const deal = bare as Bare;
  if (draft.section === 'investments') {
    facts.investments.push({ ...deal, investor: payer, investee: payee } as RawInvestment);
  } else if (draft.section === 'acquisitions') {
    facts.acquisitions.push({ ...deal, acquirer: payer, target: payee } as RawAcquisition);
  } else {
    const categories =
      draft.section === 'componentSupply'
        ? COMPONENTS
        : draft.section === 'facilityContracts'
          ? FACILITIES
          : [];
    const category = categories[draft.category];
    facts[draft.section].push({
      ...deal,
      customer: payer,
      supplier: payee,
      ...(category !== undefined && { category }),
    } as RawSupply);
  }
}
