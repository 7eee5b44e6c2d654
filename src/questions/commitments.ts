/** What a company has signed to pay: to whom, for what, in which years, beside what it reports itself. */
import { type DayNumber, FIRST_DAY } from '../model/day.js';
import { supplyKinds } from '../model/registry.js';
import type { WorkOptions } from '../store/graph-store.js';
import { ask, type Graph } from './ask.js';
import { type MoneySum, sumMoney } from './money-sums.js';
import { type Payment, readPayments } from './read-payments.js';
import { type ReportedFigures, readReportedFigures } from './reported-figures.js';
import { type ScopeInput, scopeOf } from './scope.js';
import { type DealValue, valueDeals } from './value-deals.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** It is always about what has been signed, so it takes no basis. */
export interface CommitmentsQuestion extends Omit<ScopeInput, 'kinds' | 'basis'> {
  /** The company that the question is about. */
  readonly of: string;
}

/** Some of the commitments: their sums per currency and basis, and their deals in order of their ids. */
export interface CommitmentPart {
  readonly sums: readonly MoneySum[];
  readonly deals: readonly string[];
}

export interface CounterpartySum extends CommitmentPart {
  /** The group of the supplier. */
  readonly counterparty: string;
}

export interface KindSum extends CommitmentPart {
  /** The code of the kind of deal. */
  readonly kind: string;
}

export interface YearSum extends CommitmentPart {
  /** The year of the announcement; null for standing links that no announcement began. */
  readonly year: number | null;
}

export interface Commitments extends CommitmentPart, ReportedFigures {
  readonly of: string;
  /** In order of their ids. */
  readonly byCounterparty: readonly CounterpartySum[];
  /** In the order of the kinds. */
  readonly byKind: readonly KindSum[];
  /** The earliest first, no year last. */
  readonly byYear: readonly YearSum[];
  readonly explored: number;
}

interface Commitment extends Payment {
  readonly value: DealValue;
}

const yearOf = (day: DayNumber): number => Math.floor(day / 1_00_00);

const partOf = (commitments: readonly Commitment[]): CommitmentPart => ({
  sums: sumMoney(commitments.map(({ value }) => value)),
  deals: commitments.map(({ deal }) => deal),
});

/** The parts by a key of each commitment, in the order in which the keys come first. */
async function partsBy<Key>(
  commitments: readonly Commitment[],
  keyOf: (commitment: Commitment) => Key,
  signal: AbortSignal | undefined,
): Promise<{ key: Key; part: CommitmentPart }[]> {
  const byKey = new Map<Key, Commitment[]>();
  for (const commitment of commitments) {
    const key = keyOf(commitment);
    const others = byKey.get(key);
    if (others === undefined) byKey.set(key, [commitment]);
    else others.push(commitment);
  }
  const parts: { key: Key; part: CommitmentPart }[] = [];
  for (const [key, own] of byKey) {
    if (parts.length % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
    parts.push({ key, part: partOf(own) });
  }
  return parts;
}

const supplyOrder = supplyKinds.map(({ code }) => code);

async function breakDown(
  commitments: readonly Commitment[],
  signal: AbortSignal | undefined,
): Promise<Pick<Commitments, 'byCounterparty' | 'byKind' | 'byYear'>> {
  const counterparties = await partsBy(commitments, ({ counterparty }) => counterparty, signal);
  const kinds = await partsBy(commitments, ({ kind }) => kind, signal);
  const years = await partsBy(commitments, ({ value }) => yearOf(value.announcedDay ?? FIRST_DAY), signal);
  const noYear = yearOf(FIRST_DAY);
  const rank = (year: number): number => (year === noYear ? Number.POSITIVE_INFINITY : year);
  return {
    byCounterparty: counterparties
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ key, part }) => ({ counterparty: key, ...part })),
    byKind: kinds
      .sort((one, other) => supplyOrder.indexOf(one.key) - supplyOrder.indexOf(other.key))
      .map(({ key, part }) => ({ kind: key, ...part })),
    byYear: years
      .sort((one, other) => rank(one.key) - rank(other.key))
      .map(({ key, part }) => ({ year: key === noYear ? null : key, ...part })),
  };
}

/**
 * The supply deals with outside suppliers that the company's group signed as the customer and that are in force as
 * signed, so also those that start later. Reads at most 25,000 deals. Rejects with NOT_FOUND for an unknown company.
 */
export function commitments(
  graph: Graph,
  { of, ...input }: CommitmentsQuestion,
  options?: WorkOptions,
): Promise<Commitments> {
  return ask(
    graph,
    [of],
    scopeOf({ ...input, basis: 'SIGNED', kinds: supplyOrder }),
    async (inquiry) => {
      const group = inquiry.groups.groupOf(of);
      const { payments, explored, truncated } = await readPayments(inquiry, group, 'OUT', options?.signal);
      const deals = payments.map(({ deal }) => deal);
      const values = await valueDeals(inquiry.reader, deals, options?.signal);
      const found = payments.flatMap((payment) => {
        const value = values.get(payment.deal);
        return value === undefined ? [] : [{ ...payment, value }];
      });
      const figures = await readReportedFigures(inquiry, of);
      return {
        of,
        ...partOf(found),
        ...(await breakDown(found, options?.signal)),
        ...figures,
        explored,
        truncated: truncated || figures.truncated,
      };
    },
    options,
  );
}
