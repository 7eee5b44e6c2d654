// Metrics as they were known on a day.
import { firstDay, lastDay } from './days.js';
import type { Facts, RawMetric } from './facts.js';
import { isTrusted, type View } from './in-force.js';
import { compareIds } from './sorted.js';

/** The last day of `FY2025`, `2025-Q3`, `2025`, `2025-10` or a day. Fiscal years are taken to end with the calendar's. */
export function periodEnd(period: string): string {
  const fiscalYear = /^FY(\d{4})$/.exec(period);
  if (fiscalYear) return lastDay(fiscalYear[1] ?? '');
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) return lastDay(`${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}`);
  return lastDay(period);
}

export function isFullYear(period: string): boolean {
  return /^(FY)?\d{4}$/.test(period);
}

/** The first day of asOf where it is given, else the day when its period is over. */
export function knownFrom(metric: RawMetric): string {
  return metric.asOf === undefined ? periodEnd(metric.period) : firstDay(metric.asOf);
}

/** The company's own figures known on the day, latest period first; of one period the last known, then the larger id. */
export function figuresOf(facts: Facts, company: string, view: View): RawMetric[] {
  return facts.metrics
    .filter((metric) => metric.company === company && knownFrom(metric) <= view.on)
    .filter((metric) => isTrusted(metric.confidence, view.minConfidence))
    .sort(
      (a, b) =>
        compareIds(periodEnd(b.period), periodEnd(a.period)) ||
        compareIds(knownFrom(b), knownFrom(a)) ||
        compareIds(b.id, a.id),
    );
}
