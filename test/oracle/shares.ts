// Shares and the Herfindahl-Hirschman index on the scale of the US merger guidelines (10,000 is a monopoly).
import { compareIds } from './sorted.js';

export interface Weighted {
  group: string;
  weight: bigint;
}

export function withShares<Item extends Weighted>(items: Item[]): (Item & { share: number })[] {
  const total = items.reduce((sum, { weight }) => sum + weight, 0n);
  return [...items]
    .sort((a, b) => (a.weight === b.weight ? compareIds(a.group, b.group) : a.weight > b.weight ? -1 : 1))
    .map((item) => ({ ...item, share: total === 0n ? 0 : Number(item.weight) / Number(total) }));
}

/** Floating point: compare with a tolerance. 0 where there is nothing to share. */
export function hhiOf(shares: { share: number }[]): number {
  return shares.reduce((sum, { share }) => sum + share * share, 0) * 10_000;
}
