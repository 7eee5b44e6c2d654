// How concentrated X's suppliers, customers or investors are.
import type { Deal } from './deals.js';
import type { Facts } from './facts.js';
import { payLinks } from './flows.js';
import { groupOf, groupsOf } from './groups.js';
import type { View } from './in-force.js';
import { sumUsd } from './leg-sums.js';
import { dealUsd, type Rate } from './money.js';
import { hhiOf, withShares } from './shares.js';
import { sortedUnique } from './sorted.js';

export interface ConcentrationQuestion extends View {
  of: string;
  side: 'SUPPLIERS' | 'CUSTOMERS' | 'INVESTORS';
  weight: 'USD' | 'DEALS';
  rates: Rate[];
}

export interface Concentration {
  hhi: number;
  /** By share, largest first, then id. `deals` counts the deals that the share is of. */
  shares: { group: string; usd: bigint | null; deals: number; share: number }[];
  /** Deals that are in no share: those that dollars cannot weigh. */
  unknown: number;
}

/** SUPPLIERS and CUSTOMERS are those of the four supply kinds, INVESTORS those of investments (not acquisitions). */
export function slowConcentration(facts: Facts, question: ConcentrationQuestion): Concentration {
  const group = groupOf(groupsOf(facts, question), question.of);
  const deals = payLinks(facts, question).flatMap(({ deal, payerGroup, payeeGroup }) => {
    const isSupply = question.side !== 'INVESTORS';
    if (isSupply ? !deal.isSupply : deal.kind !== 'INVESTMENT') return [];
    const isBuying = question.side === 'SUPPLIERS';
    const [own, other] = isBuying ? [payerGroup, payeeGroup] : [payeeGroup, payerGroup];
    return own === group ? [{ deal, other }] : [];
  });

  const weighed = deals.filter(
    ({ deal }) => question.weight === 'DEALS' || canBeWeighed(deal, question.rates),
  );
  const shares = withShares(
    sortedUnique(weighed.map(({ other }) => other)).map((other) => {
      const own = weighed.filter((each) => each.other === other).map(({ deal }) => deal);
      const usd = sumUsd(
        own.filter((deal) => canBeWeighed(deal, question.rates)),
        question.rates,
      );
      return {
        group: other,
        usd,
        deals: own.length,
        weight: question.weight === 'DEALS' ? BigInt(own.length) : (usd ?? 0n),
      };
    }),
  );
  return {
    hhi: hhiOf(shares),
    shares: shares.map(({ group: id, usd, deals: count, share }) => ({
      group: id,
      usd,
      deals: count,
      share,
    })),
    unknown: deals.length - weighed.length,
  };
}

/** An UP_TO amount weighs in full. A yearly one says nothing of a total, and one without a rate nothing in dollars. */
function canBeWeighed(deal: Deal, rates: Rate[]): boolean {
  return deal.amount?.basis !== 'PER_YEAR' && dealUsd(deal, rates) !== null;
}
