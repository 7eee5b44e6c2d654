/** The figures of companies, and when each became known. */
import type { Day, DayNumber } from '../model/day.js';
import { endOfPeriod, knownFrom } from '../model/metric-period.js';
import type { Money } from '../model/money.js';
import { metricName } from '../model/vocabularies.js';
import type { ValueOf } from '../model/vocabulary.js';
import type { Scope } from './scope.js';

export type MetricName = ValueOf<typeof metricName>;

/** A question reads at most this many figures, and says so when there are more. */
export const MAX_FIGURES = 5_000;

export interface Figure {
  readonly id: string;
  readonly metric: MetricName;
  readonly period: string;
  readonly amount: Money;
  readonly endDay: DayNumber;
  readonly knownDay: DayNumber;
}

/** Gives the column `figures`; `figureParameters` has its parameters. */
export const figuresOf = `
UNWIND $measured AS id
MATCH (:Company {id: id})<-[:MEASURES]-(metric:Metric)
WHERE metric.metric IN $metrics AND (metric.confidence IS NULL OR metric.confidence IN $confidences)
WITH metric ORDER BY metric.id LIMIT $mostFigures
RETURN collect({
  id: metric.id, metric: metric.metric, period: metric.period, asOf: metric.asOf,
  value: metric.amountValue, currency: metric.amountCurrency, basis: metric.amountBasis
}) AS figures`;

export interface FiguresRow {
  readonly figures: readonly {
    readonly id: string;
    readonly metric: MetricName;
    readonly period: string;
    readonly asOf?: Day | null;
    readonly value: number | bigint;
    readonly currency: string;
    readonly basis: Money['basis'];
  }[];
}

export const figureParameters = (
  { confidences }: Scope,
  companies: readonly string[],
  metrics: readonly MetricName[] = metricName.values,
) => ({ measured: companies, metrics, confidences, mostFigures: MAX_FIGURES + 1 });

/** A figure that says nothing of its confidence counts with any. In order of their ids. */
export const toFigures = ({ figures }: FiguresRow): { figures: Figure[]; truncated: boolean } => ({
  figures: figures.slice(0, MAX_FIGURES).map(({ id, metric, period, asOf, value, currency, basis }) => ({
    id,
    metric,
    period,
    amount: { value: BigInt(value), currency, basis },
    endDay: endOfPeriod(period),
    knownDay: knownFrom(period, asOf ?? null),
  })),
  truncated: figures.length > MAX_FIGURES,
});
