/** What a company itself reports, of all of it: its commitments, and the revenue to set beside them. */
import { isFullYear } from '../model/metric-period.js';
import type { Figure } from '../snapshot/snapshot.js';
import type { Inquiry } from './ask.js';
import { compareIds } from './compare-ids.js';
import { keepFirst } from './keep-first.js';
import { isSureFigureIn } from './sure-figures.js';

export interface ReportedFigures {
  /** The ids of its COMMITMENTS metrics known on the day, the latest first. */
  readonly reported: readonly string[];
  /** The ids of its ANNUALIZED_REVENUE metrics, and REVENUE ones of a full year, known on the day, the latest first. */
  readonly revenue: readonly string[];
  /** The latest reported commitments over the latest revenue, both in dollars; null where one is not known. */
  readonly timesRevenue: number | null;
  readonly truncated: boolean;
}

/** The latest period first; of one period the figure that became known last, then the greater id. */
const latestFirst = (one: Figure, other: Figure): number =>
  other.endDay - one.endDay || other.knownDay - one.knownDay || compareIds(other.id, one.id);

const isYearlyRevenue = ({ metric, period }: Figure): boolean =>
  metric === 'ANNUALIZED_REVENUE' || (metric === 'REVENUE' && isFullYear(period));

/** Figures are converted at the rate of the last day of their period. A revenue of 0 or less has no multiple. */
function ratioOf({ snapshot }: Inquiry, above: Figure | undefined, below: Figure | undefined): number | null {
  if (above === undefined || below === undefined) return null;
  const [dividend, divisor] = [above, below].map(
    ({ amount, endDay }) => snapshot.exchange.toUsd(amount, endDay).usd,
  );
  if (typeof dividend !== 'bigint' || typeof divisor !== 'bigint' || divisor <= 0n) return null;
  return Number(dividend) / Number(divisor);
}

/** Of each sort no more are told, and the answer says so when there are more. */
const MAX_FIGURES = 5_000;

/** What of the company's own figures, neither of its group's nor of a segment's, was known on the day asked about. */
export function reportedFiguresOf(inquiry: Inquiry, company: string): ReportedFigures {
  const { snapshot, scope } = inquiry;
  const isSure = isSureFigureIn(scope);
  // One more than are told says that there are more.
  const reported = keepFirst(MAX_FIGURES + 1, latestFirst);
  const revenue = keepFirst(MAX_FIGURES + 1, latestFirst);
  for (const figure of snapshot.figuresOf(company)) {
    if (figure.segment !== undefined || figure.knownDay > scope.day || !isSure(figure)) continue;
    if (figure.metric === 'COMMITMENTS') reported.add(figure);
    if (isYearlyRevenue(figure)) revenue.add(figure);
  }
  const [allReported, allRevenue] = [reported.all(), revenue.all()];
  return {
    reported: allReported.slice(0, MAX_FIGURES).map(({ id }) => id),
    revenue: allRevenue.slice(0, MAX_FIGURES).map(({ id }) => id),
    timesRevenue: ratioOf(inquiry, allReported[0], allRevenue[0]),
    truncated: Math.max(allReported.length, allRevenue.length) > MAX_FIGURES,
  };
}
