// Days as numbers, so that they can be put in order before they are cut to a precision.
import fc from 'fast-check';
import { firstDay, lastDay } from '../oracle/days.js';
import type { Facts } from '../oracle/facts.js';

const FIRST_YEAR = 2023;
const YEARS = 5;
const DAY_MS = 86_400_000;

export type Precision = 'YEAR' | 'MONTH' | 'DAY';

/** Days since 1 January 2023; often the first or last of a month or year, or the day of a leap year. */
export const randomDayNumber: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.nat(YEARS * 365) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        '2023-12-31',
        '2024-01-01',
        '2024-02-29',
        '2024-03-01',
        '2025-02-28',
        '2025-06-30',
        '2025-12-31',
      ].map(dayNumber),
    ),
  },
);

/** In the first three years, so that what starts then is still in force on most of the days asked about. */
export const randomEarlyDayNumber: fc.Arbitrary<number> = fc.nat(3 * 365);

export const randomPrecision: fc.Arbitrary<Precision> = fc.constantFrom('DAY', 'MONTH', 'YEAR');

export function fullDay(number: number): string {
  return new Date(Date.UTC(FIRST_YEAR, 0, 1) + number * DAY_MS).toISOString().slice(0, 10);
}

export function writeDate(number: number, precision: Precision): string {
  return fullDay(number).slice(0, precision === 'YEAR' ? 4 : precision === 'MONTH' ? 7 : 10);
}

export function dayNumber(day: string): number {
  return Math.round((Date.parse(day) - Date.UTC(FIRST_YEAR, 0, 1)) / DAY_MS);
}

const DATE_FIELDS = ['announcedOn', 'startsOn', 'endsOn', 'closedOn', 'since', 'until', 'on', 'asOf'];

/** The days on which an answer may change: first and last days of all that is written, and their neighbours. */
export function interestingDays(facts: Facts): string[] {
  const days = new Set<string>();
  for (const record of Object.values(facts).flat()) {
    for (const field of DATE_FIELDS) {
      const date: unknown = record[field];
      if (typeof date !== 'string') continue;
      for (const day of [firstDay(date), lastDay(date)]) {
        for (const shift of [-1, 0, 1]) days.add(fullDay(dayNumber(day) + shift));
      }
    }
  }
  return [...days].sort();
}
