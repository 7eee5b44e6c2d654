// Amounts in US dollars, exactly. Nothing here is a floating point number.
import { firstDay } from './days.js';
import type { Deal } from './deals.js';
import type { Money } from './facts.js';

export interface Rate {
  currency: string;
  /** A decimal number in text, such as "0.00071". */
  usdPerUnit: string;
  on: string;
}

/** Whole dollars, or null where there is no rate for the currency. An amount in dollars needs none. */
export function toUsd(amount: Money, date: string | undefined, rates: Rate[]): bigint | null {
  const value = BigInt(amount.value);
  if (amount.currency === 'USD') return value;
  const rate = rateOn(amount.currency, date, rates);
  if (rate === null) return null;

  const [whole = '0', decimals = ''] = rate.usdPerUnit.split('.');
  const scale = 10n ** BigInt(decimals.length);
  return roundHalfUp(value * BigInt(whole + decimals), scale);
}

/** The latest rate on or before the day; else (all are later, or there is no day) the earliest there is. */
export function rateOn(currency: string, date: string | undefined, rates: Rate[]): Rate | null {
  const own = rates
    .filter((rate) => rate.currency === currency)
    .sort((a, b) => (firstDay(a.on) < firstDay(b.on) ? -1 : 1));
  if (date === undefined) return own[0] ?? null;
  const past = own.filter((rate) => firstDay(rate.on) <= firstDay(date));
  return past[past.length - 1] ?? own[0] ?? null;
}

/** Halves go up, towards plus infinity: 2.5 is 3 and -2.5 is -2. BigInt division cuts towards zero. */
function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const doubled = 2n * numerator + denominator;
  const divisor = 2n * denominator;
  const quotient = doubled / divisor;
  return doubled < 0n && doubled % divisor !== 0n ? quotient - 1n : quotient;
}

/** A deal is converted at its own day: announcedOn, else startsOn. Null without an amount or a rate. */
export function dealUsd(deal: Deal, rates: Rate[]): bigint | null {
  if (deal.amount === undefined) return null;
  return toUsd(deal.amount, deal.announcedOn ?? deal.startsOn, rates);
}
