/** Converts amounts to US dollars at dated reference rates, exactly: whole numbers only, no floating point. */
import type { DayNumber } from './day.js';
import type { Money } from './money.js';

/** A reference rate: what one unit of a currency was worth from a day on, until a later rate of it. */
export interface DatedRate {
  readonly id: string;
  readonly currency: string;
  /** An exact decimal text such as "1.0834". */
  readonly usdPerUnit: string;
  readonly day: DayNumber;
}

/** An amount in whole US dollars, and the id of the rate that it was converted at. */
export interface Converted {
  /** Null where there is no rate for the currency: never a guess. */
  readonly usd: bigint | null;
  /** Null where none was needed, or there is none. */
  readonly rate: string | null;
}

export interface Exchange {
  /**
   * Converts at the latest rate on or before the day; where all are later, at the earliest. Halves are rounded up,
   * towards plus infinity.
   */
  toUsd(money: Pick<Money, 'value' | 'currency'>, day: DayNumber): Converted;
}

interface Fraction {
  readonly id: string;
  readonly day: DayNumber;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const USD = 'USD';

function fractionOf({ id, day, usdPerUnit }: DatedRate): Fraction {
  const [whole = '', decimals = ''] = usdPerUnit.split('.');
  return { id, day, numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}

/** Half a unit is added before the cut, and a division of whole numbers cuts towards zero: below it, that is one too high. */
function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const doubled = 2n * numerator + denominator;
  const quotient = doubled / (2n * denominator);
  return doubled < 0n && doubled % (2n * denominator) !== 0n ? quotient - 1n : quotient;
}

/** By binary search, for there may be a rate for every day of many years. */
function latestOn(rates: readonly Fraction[], day: DayNumber): Fraction | undefined {
  let [low, high] = [0, rates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rates[middle]?.day ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return rates[low - 1] ?? rates[0];
}

/** Of two rates on the same day, the one with the greater id counts. */
const byDay = (one: DatedRate, other: DatedRate): number =>
  one.day - other.day || (one.id < other.id ? -1 : 1);

export function createExchange(rates: readonly DatedRate[]): Exchange {
  const byCurrency = new Map<string, Fraction[]>();
  for (const rate of [...rates].sort(byDay)) {
    const others = byCurrency.get(rate.currency);
    if (others === undefined) byCurrency.set(rate.currency, [fractionOf(rate)]);
    else others.push(fractionOf(rate));
  }
  return {
    toUsd({ value, currency }, day) {
      if (currency === USD) return { usd: value, rate: null };
      const rate = latestOn(byCurrency.get(currency) ?? [], day);
      if (rate === undefined) return { usd: null, rate: null };
      return { usd: roundHalfUp(value * rate.numerator, rate.denominator), rate: rate.id };
    },
  };
}
