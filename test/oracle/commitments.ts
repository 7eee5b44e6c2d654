// What X has signed to pay (DESIGN.md section 4, "Commitments"): supply deals with outside suppliers, in force as signed.
import { type Deal, type DealKind, SUPPLY_KINDS } from './deals.js';
import type { Facts, RawMetric } from './facts.js';
import { figuresOf, isFullYear, periodEnd } from './figures.js';
import { supplyLinks } from './flows.js';
import { groupOf, groupsOf } from './groups.js';
import type { View } from './in-force.js';
import { type Rate, toUsd } from './money.js';
import { type MoneySum, sumMoney } from './money-sums.js';
import { sortedUnique } from './sorted.js';

/** The basis is always SIGNED, so none is taken. */
export interface CommitmentsQuestion extends Omit<View, 'basis'> {
  of: string;
  rates: Rate[];
}

interface Part {
  sums: MoneySum[];
  deals: string[];
}

export interface Commitments extends Part {
  byCounterparty: ({ counterparty: string } & Part)[];
  byKind: ({ kind: DealKind } & Part)[];
  /** Null, last, holds the deals without an announcedOn. */
  byYear: ({ year: number | null } & Part)[];
  /** Ids of metrics of X itself (neither of its group nor of a segment), latest first. */
  reported: string[];
  revenue: string[];
  timesRevenue: number | null;
}

export function slowCommitments(facts: Facts, question: CommitmentsQuestion): Commitments {
  const group = groupOf(groupsOf(facts, question), question.of);
  const own = supplyLinks(facts, { ...question, basis: 'SIGNED' }).filter(
    (link) => link.payerGroup === group,
  );
  const part = (links: typeof own): Part => {
    const deals = links.map(({ deal }) => deal);
    return { sums: sumMoney(deals, question.rates), deals: sortedUnique(deals.map(({ id }) => id)) };
  };
  const years = [...new Set(own.map(({ deal }) => announcementYear(deal)))];

  const figures = figuresOf(facts, question.of, question).filter(({ segment }) => segment === undefined);
  const reported = figures.filter(({ metric }) => metric === 'COMMITMENTS');
  const revenue = figures.filter(
    ({ metric, period }) => metric === 'ANNUALIZED_REVENUE' || (metric === 'REVENUE' && isFullYear(period)),
  );
  return {
    ...part(own),
    byCounterparty: sortedUnique(own.map(({ payeeGroup }) => payeeGroup)).map((counterparty) => ({
      counterparty,
      ...part(own.filter(({ payeeGroup }) => payeeGroup === counterparty)),
    })),
    byKind: SUPPLY_KINDS.filter((kind) => own.some(({ deal }) => deal.kind === kind)).map((kind) => ({
      kind,
      ...part(own.filter(({ deal }) => deal.kind === kind)),
    })),
    byYear: years
      .sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
      .map((year) => ({ year, ...part(own.filter(({ deal }) => announcementYear(deal) === year)) })),
    reported: reported.map(({ id }) => id),
    revenue: revenue.map(({ id }) => id),
    timesRevenue: ratio(reported[0], revenue[0], question.rates),
  };
}

function announcementYear(deal: Deal): number | null {
  return deal.announcedOn === undefined ? null : Number(deal.announcedOn.slice(0, 4));
}

/** Both in dollars at the last day of their periods; null where one is missing, has no rate, or revenue is not positive. */
function ratio(
  commitments: RawMetric | undefined,
  revenue: RawMetric | undefined,
  rates: Rate[],
): number | null {
  if (commitments === undefined || revenue === undefined) return null;
  const above = toUsd(commitments.amount, periodEnd(commitments.period), rates);
  const below = toUsd(revenue.amount, periodEnd(revenue.period), rates);
  if (above === null || below === null || below <= 0n) return null;
  return Number(above) / Number(below);
}
