/** Sums of what deals are worth. Currencies never mix; each deal is converted and rounded by itself, then added. */
import { type AmountBasis, amountBasis } from '../model/vocabularies.js';
import type { DealValue } from './deal-value.js';

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

/** Sums that grow by one deal after the other. */
export interface MoneySums {
  add(value: DealValue): void;
  /** By currency, then basis in the order of the vocabulary. */
  list(): MoneySum[];
}

interface GrowingSum {
  value: bigint;
  usd: bigint | null;
  readonly rates: Set<string>;
  deals: number;
}

export function createMoneySums(): MoneySums {
  const byCurrency = new Map<string, Map<AmountBasis, GrowingSum>>();
  return {
    add({ money: { value, currency, basis }, usd, rate }) {
      const byBasis = byCurrency.get(currency) ?? new Map<AmountBasis, GrowingSum>();
      byCurrency.set(currency, byBasis);
      const sum = byBasis.get(basis) ?? { value: 0n, usd: null, rates: new Set(), deals: 0 };
      byBasis.set(basis, sum);
      sum.value += value;
      if (usd !== null) sum.usd = (sum.usd ?? 0n) + usd;
      if (rate !== null) sum.rates.add(rate);
      sum.deals += 1;
    },
    list: () =>
      [...byCurrency.keys()].sort().flatMap((currency) =>
        amountBasis.values.flatMap((basis) => {
          const sum = byCurrency.get(currency)?.get(basis);
          return sum === undefined ? [] : [{ currency, basis, ...sum, rates: [...sum.rates].sort() }];
        }),
      ),
  };
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
