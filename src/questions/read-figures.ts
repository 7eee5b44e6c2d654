/** The figures of companies, and when each became known. */
import type { Day, DayNumber } from '../model/day.js';
import { endOfPeriod, knownFrom } from '../model/metric-period.js';
import type { Money } from '../model/money.js';
import { metricName } from '../model/vocabularies.js';
import type { ValueOf } from '../model/vocabulary.js';
import type { Inquiry } from './ask.js';

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

const figures = `
UNWIND $companies AS id
MATCH (:Company {id: id})<-[:MEASURES]-(metric:Metric)
WHERE metric.metric IN $metrics AND (metric.confidence IS NULL OR metric.confidence IN $confidences)
RETURN metric.id AS id, metric.metric AS metric, metric.period AS period, metric.asOf AS asOf,
  metric.amountValue AS value, metric.amountCurrency AS currency, metric.amountBasis AS basis
ORDER BY id
LIMIT $limit`;

interface Row {
  readonly id: string;
  readonly metric: MetricName;
  readonly period: string;
  readonly asOf: Day | null;
  readonly value: number | bigint;
  readonly currency: string;
  readonly basis: Money['basis'];
}

/** A figure that says nothing of its confidence counts with any. In order of their ids. */
export async function readFigures(
  { reader, scope }: Inquiry,
  companies: readonly string[],
  metrics: readonly MetricName[] = metricName.values,
): Promise<{ figures: readonly Figure[]; truncated: boolean }> {
  const rows = await reader.run<Row>(figures, {
    companies,
    metrics,
    confidences: scope.confidences,
    limit: MAX_FIGURES + 1,
  });
  return {
    figures: rows.slice(0, MAX_FIGURES).map(({ id, metric, period, asOf, value, currency, basis }) => ({
      id,
      metric,
      period,
      amount: { value: BigInt(value), currency, basis },
      endDay: endOfPeriod(period),
      knownDay: knownFrom(period, asOf),
    })),
    truncated: rows.length > MAX_FIGURES,
  };
}
