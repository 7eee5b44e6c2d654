import { describe, expect, it } from 'vitest';
import { toUsd } from './money.js';
import { tinyRates } from './tiny-facts.js';

describe('money', () => {
  it('takes the latest rate on or before the day, else the earliest, else none', () => {
    const euros = { value: 100, currency: 'EUR', basis: 'TOTAL' as const };
    const at = (date: string | undefined) => toUsd(euros, date, tinyRates);
    expect([at('2025-10-01'), at('2025-10'), at('2025-09-30'), at('2020'), at(undefined)]).toEqual([
      115n,
      115n,
      110n,
      110n,
      110n,
    ]);
    expect(toUsd({ ...euros, currency: 'CHF' }, '2025', tinyRates)).toBeNull();
  });

  it('rounds halves up, exactly, for any size and sign', () => {
    const rates = [{ currency: 'EUR', usdPerUnit: '0.5', on: '2025' }];
    const usd = (value: number | bigint) => toUsd({ value, currency: 'EUR', basis: 'TOTAL' }, '2025', rates);
    expect([5, 4, -5, -6, -7, 0, 2n ** 71n + 1n].map(usd)).toEqual([
      3n,
      2n,
      -2n,
      -3n,
      -3n,
      0n,
      2n ** 70n + 1n,
    ]);
  });
});
