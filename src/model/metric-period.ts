/** The periods that figures are of: `FY2025`, `2025-Q3`, `2025-H1`, `2025`, `2025-10` or a day. */
import { type Day, type DayNumber, firstDayOf, lastDayOf } from './day.js';

/** The last month of a quarter or a half of a year. */
const lastMonths: Readonly<Record<string, string>> = {
  Q1: '03',
  Q2: '06',
  Q3: '09',
  Q4: '12',
  H1: '06',
  H2: '12',
};

/** The last day of a period. A fiscal year is taken to end with the calendar's, for its end is not known. */
export function endOfPeriod(period: string): DayNumber {
  const [year = '', part] = period.replace(/^FY/, '').split('-', 2);
  const lastMonth = part === undefined ? undefined : lastMonths[part];
  if (lastMonth !== undefined) return lastDayOf(`${year}-${lastMonth}` as Day);
  return lastDayOf(period.replace(/^FY/, '') as Day);
}

/** Whether a period is a whole year, fiscal or not. */
export const isFullYear = (period: string): boolean => /^(FY)?\d{4}$/.test(period);

/** The day from which a figure is known: the first day of its `asOf`, and without one the last day of its period. */
export const knownFrom = (period: string, asOf: Day | null | undefined): DayNumber =>
  asOf === null || asOf === undefined ? endOfPeriod(period) : firstDayOf(asOf);
