/** Turns the number of a calendar day back into its text. */
import { type Day, type DayNumber, FIRST_DAY, OPEN_DAY } from './day.js';

/** 20260309 is "2026-03-09". */
export const toDay = (day: DayNumber): Day => {
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as Day;
};

/** The same, but null for what always held or is still open. */
export const toDayOrNull = (day: DayNumber): Day | null =>
  day === FIRST_DAY || day === OPEN_DAY ? null : toDay(day);
