// Dates as precise as they are known: which there are, and which days they can mean.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, dayFault, daySchema, firstDayOf, lastDayOf, today } from '../../src/model/day.js';
import { toDay } from '../../src/model/day-text.js';

const day = (text: string): Day => daySchema.parse(text);
const digits = (number: number, length: number): string => String(number).padStart(length, '0');

/** Any date of any precision, made from a moment and so surely in the calendar. */
const realDay = fc
  .tuple(
    fc.date({ min: new Date('1800-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
    fc.constantFrom(4, 7, 10),
  )
  .map(([date, length]) => date.toISOString().slice(0, length));

describe('a date', () => {
  it.each([
    ['2026', 20260101, 20261231],
    ['2026-02', 20260201, 20260228],
    ['2024-02', 20240201, 20240229],
    ['1900-02', 19000201, 19000228],
    ['2000-02', 20000201, 20000229],
    ['2026-04', 20260401, 20260430],
    ['2026-12', 20261201, 20261231],
    ['2026-03-09', 20260309, 20260309],
    ['2024-02-29', 20240229, 20240229],
    ['1800', 18000101, 18001231],
    ['9999-12-31', 99991231, 99991231],
  ])('%s means %i at first and %i at last', (text, first, last) => {
    expect([firstDayOf(day(text)), lastDayOf(day(text))]).toEqual([first, last]);
  });

  it.each([
    ['2025-02-29', '"2025-02-29" does not exist; 2025-02 has 28 days'],
    ['2025-02-30', '"2025-02-30" does not exist; 2025-02 has 28 days'],
    ['1900-02-29', '"1900-02-29" does not exist; 1900-02 has 28 days'],
    ['2025-04-31', '"2025-04-31" does not exist; 2025-04 has 30 days'],
    ['2025-01-00', '"2025-01-00" does not exist; 2025-01 has 31 days'],
    ['2025-00', '"2025-00" has no such month; months are 01 to 12'],
    ['2025-13-01', '"2025-13-01" has no such month; months are 01 to 12'],
    ['1799-12-31', 'the year of "1799-12-31" is before 1800'],
    ['0000', 'the year of "0000" is before 1800'],
    ['25', '"25" is not a date; write 2026, 2026-03 or 2026-03-09'],
    ['2025-3', '"2025-3" is not a date; write 2026, 2026-03 or 2026-03-09'],
    ['2025-03-09T00:00', '"2025-03-09T00:00" is not a date; write 2026, 2026-03 or 2026-03-09'],
    [' 2025', '" 2025" is not a date; write 2026, 2026-03 or 2026-03-09'],
    ['2025\n', '"2025\n" is not a date; write 2026, 2026-03 or 2026-03-09'],
    ['٢٠٢٥', '"٢٠٢٥" is not a date; write 2026, 2026-03 or 2026-03-09'],
    ['', '"" is not a date; write 2026, 2026-03 or 2026-03-09'],
  ])('is not %j', (text, fault) => {
    expect(dayFault(text)).toBe(fault);
  });

  it('is a text, and not a number or a Date', () => {
    for (const value of [2026, new Date(), null, ['2026']]) {
      expect(daySchema.safeParse(value).error?.issues[0]?.message).toBe(
        'a date is a quoted text such as "2026-03-09"',
      );
    }
  });

  it('is refused exactly when the calendar does not have it', () => {
    const anyText = fc
      .tuple(fc.integer({ min: 1800, max: 9999 }), fc.nat(14), fc.nat(33))
      .map(
        ([year, month, date]) =>
          [year, month, date, `${year}-${digits(month, 2)}-${digits(date, 2)}`] as const,
      );
    fc.assert(
      fc.property(anyText, ([year, month, date, text]) => {
        const moment = new Date(Date.UTC(year, month - 1, date));
        const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
        expect(dayFault(text) === undefined).toBe(exists);
      }),
    );
  });

  it('begins no later than it ends, and both are days of it', () => {
    fc.assert(
      fc.property(realDay, (text) => {
        const [first, last] = [firstDayOf(day(text)), lastDayOf(day(text))];
        expect(first).toBeLessThanOrEqual(last);
        expect(toDay(first).startsWith(text)).toBe(true);
        expect(toDay(last).startsWith(text)).toBe(true);
        // The day after the last is of another month or year.
        const next = new Date(`${toDay(last)}T00:00:00Z`);
        next.setUTCDate(next.getUTCDate() + 1);
        expect(next.toISOString().startsWith(text)).toBe(false);
      }),
    );
  });

  it('in numbers is ordered as in time', () => {
    fc.assert(
      fc.property(realDay, realDay, (one, other) => {
        const [first, second] = [toDay(firstDayOf(day(one))), toDay(firstDayOf(day(other)))];
        expect(Math.sign(firstDayOf(day(one)) - firstDayOf(day(other)))).toBe(
          Math.sign(new Date(first).getTime() - new Date(second).getTime()),
        );
      }),
    );
  });
});

describe('today', () => {
  it('is the day in UTC, wherever one is', () => {
    expect(today(new Date('2026-01-01T00:00:00+14:00'))).toBe('2025-12-31');
    expect(today(new Date('2025-12-31T23:59:59.999Z'))).toBe('2025-12-31');
  });
});
