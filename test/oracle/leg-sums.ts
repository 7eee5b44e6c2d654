// What the deals from one payer to one payee come to.
import type { Deal } from './deals.js';
import { dealUsd, type Rate } from './money.js';

export interface LegSums {
  knownUsd: bigint | null;
  ceilingUsd: bigint | null;
}

/** Amounts a year count in neither sum, and so does an amount without a rate. A sum of no amount is null, not 0. */
export function sumLeg(deals: Deal[], rates: Rate[]): LegSums {
  const known = deals.filter(({ amount }) => amount?.basis !== 'UP_TO' && amount?.basis !== 'PER_YEAR');
  const ceiling = deals.filter(({ amount }) => amount?.basis !== 'PER_YEAR');
  return { knownUsd: sumUsd(known, rates), ceilingUsd: sumUsd(ceiling, rates) };
}

/** Each deal is rounded to whole dollars by itself, at the rate of its own day, and only then added. */
export function sumUsd(deals: Deal[], rates: Rate[]): bigint | null {
  const amounts = deals.map((deal) => dealUsd(deal, rates)).filter((usd) => usd !== null);
  return amounts.length === 0 ? null : amounts.reduce((sum, usd) => sum + usd, 0n);
}
