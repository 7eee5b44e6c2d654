// When a record is in force, and the periods that figures are of.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, firstDayOf } from '../../src/model/day.js';
import { dealPeriod } from '../../src/model/deal.js';
import type { AnyRecord } from '../../src/model/kind.js';
import { endOfPeriod, isFullYear, knownFrom } from '../../src/model/metric-period.js';
import { periodOf } from '../../src/model/period.js';
import type { Deal } from '../oracle/deals.js';
import type { Status } from '../oracle/facts.js';
import { periodEnd } from '../oracle/figures.js';
import { type Basis, isInForce } from '../oracle/in-force.js';
import { fullDay, randomDayNumber, randomPrecision, writeDate } from '../support/random-dates.js';

const record = (values: Record<string, string>): AnyRecord => ({
  id: 'a-deal',
  kind: 'CLOUD_CONTRACT',
  version: 1,
  ...values,
});

describe('a deal is in force', () => {
  it.each([
    [
      'from its announcement as signed, from its start as delivering',
      { announcedOn: '2025-11', startsOn: '2026' },
      [20251101, 20260101, 99991231],
    ],
    ['from its start where nothing was announced', { startsOn: '2026-03' }, [20260301, 20260301, 99991231]],
    [
      'from its announcement where no start is known',
      { announcedOn: '2025' },
      [20250101, 20250101, 99991231],
    ],
    ['always where neither is known', {}, [0, 0, 99991231]],
    [
      'to the last day of its end',
      { announcedOn: '2025', endsOn: '2026-02' },
      [20250101, 20250101, 20260228],
    ],
    [
      'until its end where it was called off',
      { announcedOn: '2025', endsOn: '2026', status: 'TERMINATED' },
      [20250101, 20250101, 20261231],
    ],
    [
      'never where it was called off without an end',
      { announcedOn: '2025', status: 'TERMINATED' },
      [20250101, 20250101, 0],
    ],
    [
      'never where it was superseded without an end',
      { announcedOn: '2025', status: 'SUPERSEDED' },
      [20250101, 20250101, 0],
    ],
    [
      'for good where it was completed',
      { announcedOn: '2025', status: 'COMPLETED' },
      [20250101, 20250101, 99991231],
    ],
  ])('%s', (_when, values, [signedDay, fromDay, toDay]) => {
    expect(periodOf(dealPeriod, record(values))).toEqual({ signedDay, fromDay, toDay });
  });

  it('on exactly the days on which the slow reading of the rule says so', () => {
    const date = fc.option(fc.tuple(randomDayNumber, randomPrecision), { nil: undefined });
    const deal = fc.record({
      announcedOn: date,
      startsOn: date,
      endsOn: date,
      status: fc.constantFrom<Status>('ANNOUNCED', 'ACTIVE', 'COMPLETED', 'SUPERSEDED', 'TERMINATED'),
    });
    fc.assert(
      fc.property(
        deal,
        randomDayNumber,
        fc.constantFrom<Basis>('SIGNED', 'DELIVERING'),
        (drawn, number, basis) => {
          const dates = Object.fromEntries(
            (['announcedOn', 'startsOn', 'endsOn'] as const).flatMap((name) => {
              const given = drawn[name];
              return given === undefined ? [] : [[name, writeDate(...given)]];
            }),
          );
          const on = fullDay(number);
          const { signedDay, fromDay, toDay } = periodOf(
            dealPeriod,
            record({ ...dates, status: drawn.status }),
          );
          const start = basis === 'SIGNED' ? signedDay : fromDay;
          const day = firstDayOf(on as Day);
          const slow: Deal = {
            id: 'a-deal',
            kind: 'CLOUD_CONTRACT',
            category: 'CLOUD_CONTRACT',
            isSupply: true,
            payer: 'a',
            payee: 'b',
            confidence: 'CONFIRMED',
            status: drawn.status,
            ...dates,
          };
          expect(start <= day && day <= toDay).toBe(isInForce(slow, { on, basis }));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the period of a figure', () => {
  it.each([
    ['FY2025', 20251231, true],
    ['2025', 20251231, true],
    ['2025-Q1', 20250331, false],
    ['2025-Q2', 20250630, false],
    ['2025-Q3', 20250930, false],
    ['2025-Q4', 20251231, false],
    ['2025-H1', 20250630, false],
    ['2025-H2', 20251231, false],
    ['2024-02', 20240229, false],
    ['2025-10-28', 20251028, false],
  ])('%s ends on %i', (period, end, isYear) => {
    expect([endOfPeriod(period), isFullYear(period)]).toEqual([end, isYear]);
  });

  it('ends where the slow reading ends it', () => {
    const year = fc.integer({ min: 1990, max: 2100 });
    const period = fc.oneof(
      year.map((number) => `FY${number}`),
      fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([number, quarter]) => `${number}-Q${quarter}`),
      fc
        .tuple(randomDayNumber, fc.constantFrom(4, 7, 10))
        .map(([number, length]) => fullDay(number).slice(0, length)),
    );
    fc.assert(
      fc.property(period, (text) => {
        expect(endOfPeriod(text)).toBe(Number(periodEnd(text).replaceAll('-', '')));
      }),
    );
  });

  it('is known from the first day of asOf, or when it is over', () => {
    expect(knownFrom('2025', '2026-02' as Day)).toBe(20260201);
    expect(knownFrom('2025', undefined)).toBe(20251231);
    expect(knownFrom('2025', null)).toBe(20251231);
  });
});
