/** What a company has signed to pay: to whom, for what, in which years, beside what it reports itself. */
import type { DayNumber } from '../model/day.js';
import { supplyKinds } from '../model/registry.js';
import { inBatches } from '../records/in-batches.js';
import type { Reader, WorkOptions } from '../store/graph-store.js';
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
  /** Undefined where the deal has no amount. */
  readonly value: DealValue | undefined;
  readonly year: number | null;
}

const unannounced = `
UNWIND $ids AS id
MATCH (deal:Entity {id: id})
WHERE deal.announcedOn IS NULL
RETURN collect(id) AS ids`;

async function findUnannounced(reader: Reader, deals: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const batch of inBatches(deals, BATCH_SIZE)) {
    const rows = await reader.run<{ ids: readonly string[] }>(unannounced, { ids: batch });
    for (const { ids } of rows) for (const id of ids) found.add(id);
  }
  return found;
}

const BATCH_SIZE = 5_000;

const yearOf = (day: DayNumber): number => Math.floor(day / 1_00_00);

const partOf = (commitments: readonly Commitment[]): CommitmentPart => ({
  sums: sumMoney(commitments.flatMap(({ value }) => value ?? [])),
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

/** Stands after every year. */
const NO_YEAR = 10_000;
const supplyOrder = supplyKinds.map(({ code }) => code);

async function breakDown(
  commitments: readonly Commitment[],
  signal: AbortSignal | undefined,
): Promise<Pick<Commitments, 'byCounterparty' | 'byKind' | 'byYear'>> {
  const counterparties = await partsBy(commitments, ({ counterparty }) => counterparty, signal);
  const kinds = await partsBy(commitments, ({ kind }) => kind, signal);
  const years = await partsBy(commitments, ({ year }) => year, signal);
  return {
    byCounterparty: counterparties
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ key, part }) => ({ counterparty: key, ...part })),
    byKind: kinds
      .sort((one, other) => supplyOrder.indexOf(one.key) - supplyOrder.indexOf(other.key))
      .map(({ key, part }) => ({ kind: key, ...part })),
    byYear: years
      .sort((one, other) => (one.key ?? NO_YEAR) - (other.key ?? NO_YEAR))
      .map(({ key, part }) => ({ year: key, ...part })),
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
      const undated = await findUnannounced(inquiry.reader, deals);
      const found = payments.map((payment) => ({
        ...payment,
        value: values.get(payment.deal),
        year: undated.has(payment.deal) ? null : yearOf(payment.signedDay),
      }));
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
