/** Days as precise as the source says: `2026`, `2026-03` or `2026-03-09`. */
import { z } from 'zod';

/** A date known to the year, the month or the day. */
export type Day = string & { readonly __brand: 'Day' };

/** A calendar day as one whole number, year * 10000 + month * 100 + day: 20260309. Orders as time does. */
export type DayNumber = number;

/** Before every day: the start of what always held. */
export const FIRST_DAY: DayNumber = 0;
/** After every day: the end of what is still open. */
export const OPEN_DAY: DayNumber = 9999_12_31;

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The last day of the month; 0 for a month that does not exist. */
const daysInMonth = (year: number, month: number): number =>
  month < 1 || month > 12 ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate();

/** What is wrong with a text as a day, or undefined if it is one. */
export function dayFault(text: string): string | undefined {
  const [, year, month, day] = pattern.exec(text) ?? [];
  if (year === undefined) return `"${text}" is not a date; write 2026, 2026-03 or 2026-03-09`;
  if (Number(year) < 1800) return `the year of "${text}" is before 1800`;
  if (month === undefined) return undefined;
  const lastDay = daysInMonth(Number(year), Number(month));
  if (lastDay === 0) return `"${text}" has no such month; months are 01 to 12`;
  if (day === undefined || (Number(day) >= 1 && Number(day) <= lastDay)) return undefined;
  return `"${text}" does not exist; ${year}-${month} has ${lastDay} days`;
}

export const daySchema = z
  .string({ error: 'a date is a quoted text such as "2026-03-09"' })
  .superRefine((text, context) => {
    const fault = dayFault(text);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
  })
  .transform((text) => text as Day);

/** The first day that a date can mean: 2026 is 20260101. */
export function firstDayOf(day: Day): DayNumber {
  const [year, month = '01', date = '01'] = day.split('-');
  return Number(`${year}${month}${date}`);
}

/** The last day that a date can mean: 2026-02 is 20260228. */
export function lastDayOf(day: Day): DayNumber {
  const [year, month = '12', date] = day.split('-');
  return Number(`${year}${month}${date ?? daysInMonth(Number(year), Number(month))}`);
}

/** Today in UTC, the day that a question is asked about when it names none. */
export const today = (now: Date = new Date()): Day => now.toISOString().slice(0, 10) as Day;
