/** What a company itself reports: its commitments, and the revenue to set beside them. */
import { isFullYear } from '../model/metric-period.js';
import type { Inquiry } from './ask.js';
import { readExchange } from './read-exchange.js';
import { type Figure, type FiguresRow, figureParameters, figuresOf, toFigures } from './read-figures.js';
import type { Along } from './read-payments.js';
import type { Scope } from './scope.js';

export interface ReportedFigures {
  /** The ids of its COMMITMENTS metrics known on the day, the latest first. */
  readonly reported: readonly string[];
  /** The ids of its ANNUALIZED_REVENUE metrics, and REVENUE ones of a full year, known on the day, the latest first. */
  readonly revenue: readonly string[];
  /** The latest reported commitments over the latest revenue, both in dollars; null where one is not known. */
  readonly timesRevenue: number | null;
  readonly truncated: boolean;
}

const compareIds = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** The latest period first; of one period the figure that became known last, then the greater id. */
const latestFirst = (one: Figure, other: Figure): number =>
  other.endDay - one.endDay || other.knownDay - one.knownDay || compareIds(other.id, one.id);

const isYearlyRevenue = ({ metric, period }: Figure): boolean =>
  metric === 'ANNUALIZED_REVENUE' || (metric === 'REVENUE' && isFullYear(period));

/** Figures are converted at the rate of the last day of their period. A revenue of 0 or less has no multiple. */
async function ratioOf(
  { reader }: Inquiry,
  above: Figure | undefined,
  below: Figure | undefined,
): Promise<number | null> {
  if (above === undefined || below === undefined) return null;
  const exchange = await readExchange(reader, new Set([above.amount.currency, below.amount.currency]));
  const [dividend, divisor] = [above, below].map(({ amount, endDay }) => exchange.toUsd(amount, endDay).usd);
  if (typeof dividend !== 'bigint' || typeof divisor !== 'bigint' || divisor <= 0n) return null;
  return Number(dividend) / Number(divisor);
}

/** Reads the figures of the company alone, not of its group. */
export const reportedFiguresOf = (scope: Scope, company: string): Along => ({
  statement: figuresOf,
  parameters: figureParameters(scope, [company], ['COMMITMENTS', 'ANNUALIZED_REVENUE', 'REVENUE']),
});

/** What of the figures was known on the day asked about. */
export async function toReportedFigures(inquiry: Inquiry, row: FiguresRow): Promise<ReportedFigures> {
  const { figures, truncated } = toFigures(row);
  const known = figures.filter(({ knownDay }) => knownDay <= inquiry.scope.day).sort(latestFirst);
  const reported = known.filter(({ metric }) => metric === 'COMMITMENTS');
  const revenue = known.filter(isYearlyRevenue);
  return {
    reported: reported.map(({ id }) => id),
    revenue: revenue.map(({ id }) => id),
    timesRevenue: await ratioOf(inquiry, reported[0], revenue[0]),
    truncated,
  };
}
