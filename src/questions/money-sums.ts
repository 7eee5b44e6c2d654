/** Sums of what deals are worth. Currencies never mix; each deal is converted and rounded by itself, then added. */
import { type AmountBasis, amountBasis } from '../model/vocabularies.js';
import type { DealValue } from './value-deals.js';

/** The amounts of one currency and basis. */
export interface MoneySum {
  readonly currency: string;
  readonly basis: AmountBasis;
  readonly value: bigint;
  /** Whole US dollars; null where there is no rate for the currency. */
  readonly usd: bigint | null;
  /** The ids of the rates that `usd` was converted at, in their order; none for dollars. */
  readonly rates: readonly string[];
  /** How many deals the sum is of. */
  readonly deals: number;
}

/** What one party pays another, in whole US dollars. */
export interface PaidUsd {
  /** The known amounts: all but UP_TO and PER_YEAR. Null where there is none. */
  readonly knownUsd: bigint | null;
  /** The known amounts and the ceilings of UP_TO ones. Null where there is neither. */
  readonly ceilingUsd: bigint | null;
  /** The ids of the rates that were used, in their order. */
  readonly rates: readonly string[];
  /** How many deals have an amount in a currency without a rate, and count in neither sum. */
  readonly unconverted: number;
}

/** The ids of the rates at which these were converted, in their order. */
export function ratesOf(values: readonly DealValue[]): string[] {
  const rates = new Set<string>();
  for (const { rate } of values) if (rate !== null) rates.add(rate);
  return [...rates].sort();
}

/** The sum in US dollars of those that could be converted; null where none could. */
export const sumUsd = (values: readonly DealValue[]): bigint | null =>
  values.reduce<bigint | null>((sum, { usd }) => (usd === null ? sum : (sum ?? 0n) + usd), null);

/** What a yearly amount comes to in all is not known. */
const isTotal = ({ money }: DealValue): boolean => money.basis !== 'PER_YEAR';

/** What an amount comes to in US dollars, a ceiling in full; null where it is a yearly one, or has no rate. */
export const usdTotal = (value: DealValue): bigint | null => (isTotal(value) ? value.usd : null);

/** By currency, then basis in the order of the vocabulary. */
export function sumMoney(values: readonly DealValue[]): MoneySum[] {
  const parts = new Map<string, Map<AmountBasis, DealValue[]>>();
  for (const value of values) {
    const { currency, basis } = value.money;
    const ofCurrency = parts.get(currency) ?? new Map<AmountBasis, DealValue[]>();
    parts.set(currency, ofCurrency);
    const part = ofCurrency.get(basis);
    if (part === undefined) ofCurrency.set(basis, [value]);
    else part.push(value);
  }
  return [...parts.keys()].sort().flatMap((currency) =>
    amountBasis.values.flatMap((basis) => {
      const part = parts.get(currency)?.get(basis);
      if (part === undefined) return [];
      const value = part.reduce((sum, { money }) => sum + money.value, 0n);
      return [{ currency, basis, value, usd: sumUsd(part), rates: ratesOf(part), deals: part.length }];
    }),
  );
}

/** What the deals from one payer to one payee come to; yearly amounts count in neither sum. */
export function sumPaid(values: readonly DealValue[]): PaidUsd {
  const totals = values.filter(isTotal);
  return {
    knownUsd: sumUsd(totals.filter(({ money }) => money.basis !== 'UP_TO')),
    ceilingUsd: sumUsd(totals),
    rates: ratesOf(totals),
    unconverted: values.filter(({ usd }) => usd === null).length,
  };
}
