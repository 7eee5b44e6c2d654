// Sums that never mix currencies nor bases.
import type { Deal } from './deals.js';
import type { AmountBasis } from './facts.js';
import { sumUsd } from './leg-sums.js';
import type { Rate } from './money.js';
import { sortedUnique } from './sorted.js';

export interface MoneySum {
  currency: string;
  basis: AmountBasis;
  value: bigint;
  usd: bigint | null;
  /** How many deals the sum is of; deals without an amount are in no sum. */
  deals: number;
}

/** As FORMAT.md lists them. */
const BASES: readonly AmountBasis[] = ['TOTAL', 'UP_TO', 'AT_LEAST', 'ESTIMATE', 'PER_YEAR'];

/** By currency, then basis in the order of FORMAT.md. */
export function sumMoney(deals: Deal[], rates: Rate[]): MoneySum[] {
  const currencies = sortedUnique(deals.flatMap(({ amount }) => amount?.currency ?? []));
  return currencies
    .flatMap((currency) => BASES.map((basis) => ({ currency, basis })))
    .map(({ currency, basis }) => {
      const own = deals.filter(({ amount }) => amount?.currency === currency && amount.basis === basis);
      const value = own.reduce((sum, { amount }) => sum + BigInt(amount?.value ?? 0), 0n);
      return { currency, basis, value, usd: sumUsd(own, rates), deals: own.length };
    })
    .filter((sum) => sum.deals > 0);
}
