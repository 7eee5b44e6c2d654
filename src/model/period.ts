/** When a record is in force: the rule that every question shares, computed once when the record is written. */
import { type Day, type DayNumber, FIRST_DAY, firstDayOf, lastDayOf, OPEN_DAY } from './day.js';
import type { AnyRecord, PeriodFields } from './kind.js';

/** The days of a record as its flow edges carry them: in force on a day from `signedDay` or `fromDay` to `toDay`. */
export interface Period {
  readonly signedDay: DayNumber;
  readonly fromDay: DayNumber;
  readonly toDay: DayNumber;
}

const calledOff: ReadonlySet<unknown> = new Set(['SUPERSEDED', 'TERMINATED']);
/** The end of what never counts: before every day that can be asked about. */
const NEVER = FIRST_DAY;

function startOf(record: AnyRecord, names: readonly string[]): DayNumber {
  const name = names.find((candidate) => record[candidate] !== undefined);
  return name === undefined ? FIRST_DAY : firstDayOf(record[name] as Day);
}

function endOf(record: AnyRecord, name: string): DayNumber {
  const end = record[name] as Day | undefined;
  if (end !== undefined) return lastDayOf(end);
  return calledOff.has(record.status) ? NEVER : OPEN_DAY;
}

/** What is called off or superseded counts until its end, and never without one. */
export const periodOf = (fields: PeriodFields, record: AnyRecord): Period => ({
  signedDay: startOf(record, fields.signed),
  fromDay: startOf(record, fields.from),
  toDay: endOf(record, fields.to),
});
