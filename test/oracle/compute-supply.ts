// Who supplies X, tier by tier (DESIGN.md section 4, "Tiers").
import type { DealKind } from './deals.js';
import { distancesFrom } from './distances.js';
import type { Facts } from './facts.js';
import { type Link, supplyLinks } from './flows.js';
import { groupOf, groupsOf } from './groups.js';
import type { View } from './in-force.js';
import { sortedUnique } from './sorted.js';

export interface SupplyQuestion extends View {
  of: string;
  tiers?: number;
  kinds?: readonly DealKind[];
}

export interface TierSupplier {
  company: string;
  group: string;
  deals: string[];
  suppliesTo: string[];
}

export interface SupplyTiers {
  tiers: { tier: number; suppliers: TierSupplier[] }[];
}

export function slowComputeSupply(facts: Facts, question: SupplyQuestion): SupplyTiers {
  const target = groupOf(groupsOf(facts, question), question.of);
  return supplyTiers(supplyLinks(facts, question, question.kinds), target, question.tiers);
}

/** The same for a group, over links that are already known. */
export function supplyTiers(links: Link[], target: string, maxTiers = 4): SupplyTiers {
  const distances = upstreamDistances(links, target);
  const tiers: SupplyTiers['tiers'] = [];
  for (let tier = 1; tier <= maxTiers; tier += 1) {
    const reaching = links.filter(
      ({ payeeGroup, payerGroup }) =>
        distances.get(payeeGroup) === tier && distances.get(payerGroup) === tier - 1,
    );
    const suppliers = sortedUnique(reaching.map(({ deal }) => deal.payee)).map((company) => {
      const own = reaching.filter(({ deal }) => deal.payee === company);
      return {
        company,
        group: own[0]?.payeeGroup ?? company,
        deals: sortedUnique(own.map(({ deal }) => deal.id)),
        suppliesTo: sortedUnique(own.map(({ deal }) => deal.payer)),
      };
    });
    if (suppliers.length > 0) tiers.push({ tier, suppliers });
  }
  return { tiers };
}

/** How many hops upstream of X's group each group stands; groups that never reach it are absent. */
export function supplyDistances(facts: Facts, question: SupplyQuestion): Map<string, number> {
  const target = groupOf(groupsOf(facts, question), question.of);
  return upstreamDistances(supplyLinks(facts, question, question.kinds), target);
}

function upstreamDistances(links: Link[], target: string): Map<string, number> {
  return distancesFrom(
    target,
    links.map((link) => ({ from: link.payerGroup, to: link.payeeGroup })),
  );
}
