import { describe, expect, it } from 'vitest';
import { createExchange } from '../../src/model/exchange.js';
import { exchangeRate } from '../../src/model/kinds/exchange-rate.js';
import { recordSchema } from '../../src/model/record-schema.js';

const rate = (id: string, usdPerUnit: string, day: number, currency = 'EUR') => ({
  id,
  currency,
  usdPerUnit,
  day,
});
const euros = (value: bigint) => ({ value, currency: 'EUR' });

describe('an exchange', () => {
  it('takes the latest rate on or before the day, else the earliest', () => {
    const exchange = createExchange([
      rate('eur-2025-10', '1.15', 2025_10_01),
      rate('eur-2024', '1.10', 2024_01_01),
      rate('krw-2025', '0.0007', 2025_01_01, 'KRW'),
    ]);
    const at = (day: number) => exchange.toUsd(euros(100n), day);
    expect([2026_01_01, 2025_10_01, 2025_09_30, 2024_01_01, 2023_12_31, 0].map(at)).toEqual([
      { usd: 115n, rate: 'eur-2025-10' },
      { usd: 115n, rate: 'eur-2025-10' },
      { usd: 110n, rate: 'eur-2024' },
      { usd: 110n, rate: 'eur-2024' },
      { usd: 110n, rate: 'eur-2024' },
      { usd: 110n, rate: 'eur-2024' },
    ]);
  });

  it('finds the rate of the day among the rates of many years', () => {
    const days = Array.from({ length: 1000 }, (_, index) => 2020_01_01 + index * 3);
    const exchange = createExchange(days.map((day, index) => rate(`eur-${index}`, `${index + 1}`, day)));
    for (const [index, day] of days.entries()) {
      const expected = { usd: BigInt(index + 1), rate: `eur-${index}` };
      expect([day, day + 2].map((each) => exchange.toUsd(euros(1n), each))).toEqual([expected, expected]);
    }
  });

  it('takes the greater id of two rates on one day', () => {
    const exchange = createExchange([rate('b', '2', 2025_01_01), rate('a', '1', 2025_01_01)]);
    expect(exchange.toUsd(euros(1n), 2025_01_01)).toEqual({ usd: 2n, rate: 'b' });
  });

  it('leaves dollars as they are, and guesses no rate', () => {
    const exchange = createExchange([rate('eur', '1.1', 2025_01_01)]);
    expect(exchange.toUsd({ value: 7n, currency: 'USD' }, 2025_01_01)).toEqual({ usd: 7n, rate: null });
    expect(exchange.toUsd({ value: 7n, currency: 'CHF' }, 2025_01_01)).toEqual({ usd: null, rate: null });
  });

  it('rounds halves up, exactly, for any size and sign', () => {
    const exchange = createExchange([rate('eur', '0.5', 2025_01_01)]);
    const usd = (value: bigint) => exchange.toUsd(euros(value), 2025_01_01).usd;
    expect([5n, 4n, 0n, -5n, -6n, -7n, 2n ** 63n - 1n].map(usd)).toEqual([
      3n,
      2n,
      0n,
      -2n,
      -3n,
      -3n,
      2n ** 62n,
    ]);
  });

  it('keeps every decimal of a rate', () => {
    const exchange = createExchange([rate('krw', '0.000725135500000001', 2025_01_01, 'KRW')]);
    const won = { value: 1_000_000_000_000_000_000n, currency: 'KRW' };
    expect(exchange.toUsd(won, 2025_01_01)).toEqual({ usd: 725_135_500_000_001n, rate: 'krw' });
  });
});

describe('an exchange rate', () => {
  const schema = recordSchema(exchangeRate);
  const valid = { id: 'eur-usd-2025', currency: 'EUR', usdPerUnit: '1.0834', on: '2025', sources: ['fed'] };
  const faultOf = (change: object) => schema.safeParse({ ...valid, ...change }).error?.issues[0]?.message;

  it('is a decimal number above 0 of a currency other than the dollar', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ usdPerUnit: '1' })).toBeUndefined();
    const decimal = 'a rate is a decimal number above 0, such as 1.0834';
    expect(
      ['0', '0.00', '-1', '1e3', '1,1', '.5', '1.'].map((usdPerUnit) => faultOf({ usdPerUnit })),
    ).toEqual(Array(7).fill(decimal));
    expect(['USD', 'eur', 'EURO'].map((currency) => faultOf({ currency }))).toEqual(
      Array(3).fill('a currency is a code of three capital letters other than USD, such as EUR'),
    );
  });
});
