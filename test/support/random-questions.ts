// Random arguments of questions about given facts, on days when an answer may just have changed.
import fc from 'fast-check';
import { type DealKind, listDeals, SUPPLY_KINDS } from '../oracle/deals.js';
import type { Confidence, Facts } from '../oracle/facts.js';
import type { Basis } from '../oracle/in-force.js';
import { fullDay, interestingDays, randomDayNumber } from './random-dates.js';
import { type RandomFactsOptions, randomFacts } from './random-facts.js';

export interface RandomQuestion {
  of: string;
  /** A second company, never the same as `of`. */
  other: string;
  on: string;
  /** A second day; may lie before `on`. */
  laterOn: string;
  basis: Basis;
  tiers: number;
  rollUp: boolean;
  includeRumoured: boolean;
  minConfidence: Confidence | undefined;
  kinds: DealKind[] | undefined;
  maxLength: number;
}

export function randomQuestion(facts: Facts): fc.Arbitrary<RandomQuestion> {
  const companies = facts.companies.map(({ id }) => id);
  // A company that buys much is asked about more often than one that buys nothing.
  const buyers = listDeals(facts).map(({ payer }) => payer);
  const turningDays = interestingDays(facts);
  const anyDay = randomDayNumber.map(fullDay);
  // By then most deals have been signed and few have ended, so much is in force.
  const busyDay = fc.constantFrom('2026-01-01', '2026-07-01');
  const on =
    turningDays.length === 0
      ? anyDay
      : fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(...turningDays) },
          { weight: 3, arbitrary: busyDay },
          anyDay,
        );
  return fc
    .record({
      of: fc.constantFrom(...companies, ...buyers),
      other: fc.nat(companies.length - 2),
      on,
      laterOn: on,
      basis: fc.constantFrom<Basis>('SIGNED', 'DELIVERING'),
      tiers: fc.integer({ min: 1, max: 8 }),
      rollUp: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false)),
      includeRumoured: fc.boolean(),
      minConfidence: rarely(fc.constantFrom<Confidence>('CONFIRMED', 'REPORTED', 'ESTIMATED')),
      kinds: rarely(fc.subarray<DealKind>([...SUPPLY_KINDS], { minLength: 2 })),
      maxLength: fc.integer({ min: 2, max: 6 }),
    })
    .map(({ other, ...question }) => ({
      ...question,
      other: companies.filter((company) => company !== question.of)[other] ?? '',
    }));
}

/** Narrow questions have small answers, so most leave such an argument out. */
function rarely<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, arbitrary);
}

export function randomFactsAndQuestion(
  options: RandomFactsOptions = {},
): fc.Arbitrary<{ facts: Facts; question: RandomQuestion }> {
  return randomFacts(options).chain((facts) =>
    randomQuestion(facts).map((question) => ({ facts, question })),
  );
}
