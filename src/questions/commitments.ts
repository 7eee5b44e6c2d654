/** What a company has signed to pay: to whom, for what, in which years, beside what it reports itself. */
import type { DayNumber } from '../model/day.js';
import { supplyKinds } from '../model/registry.js';
import type { WorkOptions } from '../store/graph-store.js';
import { ask, type Graph } from './ask.js';
import { type Commitment, type CommitmentPart, partsBy } from './commitment-parts.js';
import { valueDeal } from './deal-value.js';
import { readPayments } from './read-payments.js';
import { type ReportedFigures, reportedFiguresOf } from './reported-figures.js';
import { type ScopeInput, scopeOf } from './scope.js';

/** It is always about what has been signed, so it takes no basis. */
export interface CommitmentsQuestion extends Omit<ScopeInput, 'kinds' | 'basis'> {
  /** The company that the question is about. */
  readonly of: string;
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

const yearOf = (day: DayNumber): number => Math.floor(day / 1_00_00);

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
      const { payments, explored, truncated } = await readPayments(inquiry, group, 'OUT');
      const found = payments.map(({ deal, counterparty }) => ({
        deal: deal.id,
        counterparty,
        kind: deal.kind,
        year: deal.isAnnounced ? yearOf(deal.signedDay) : null,
        value: valueDeal(deal, inquiry.snapshot.exchange),
      }));
      const [all] = await partsBy(found, () => of, options?.signal);
      const figures = reportedFiguresOf(inquiry, of);
      return {
        of,
        ...(all?.part ?? { sums: [], deals: [] }),
        ...(await breakDown(found, options?.signal)),
        ...figures,
        explored,
        truncated: truncated || figures.truncated,
      };
    },
    options,
  );
}
