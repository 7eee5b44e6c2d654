// Who depends on X, tier by tier: computeSupply looked at from the other end.
import type { DealKind } from './deals.js';
import { distancesFrom } from './distances.js';
import type { Facts } from './facts.js';
import { type Link, supplyLinks } from './flows.js';
import { groupOf, groupsOf } from './groups.js';
import type { View } from './in-force.js';
import { sortedUnique } from './sorted.js';

export interface ExposureQuestion extends View {
  to: string;
  tiers?: number;
  kinds?: readonly DealKind[];
}

export interface TierCustomer {
  company: string;
  group: string;
  deals: string[];
  dependsOn: string[];
}

export interface ExposureTiers {
  tiers: { tier: number; customers: TierCustomer[] }[];
}

export function slowExposure(facts: Facts, question: ExposureQuestion): ExposureTiers {
  const target = groupOf(groupsOf(facts, question), question.to);
  return exposureTiers(supplyLinks(facts, question, question.kinds), target, question.tiers);
}

/** The same for a group, over links that are already known. */
export function exposureTiers(links: Link[], target: string, maxTiers = 4): ExposureTiers {
  const distances = distancesFrom(
    target,
    links.map((link) => ({ from: link.payeeGroup, to: link.payerGroup })),
  );

  const tiers: ExposureTiers['tiers'] = [];
  for (let tier = 1; tier <= maxTiers; tier += 1) {
    const reaching = links.filter(
      ({ payeeGroup, payerGroup }) =>
        distances.get(payerGroup) === tier && distances.get(payeeGroup) === tier - 1,
    );
    const customers = sortedUnique(reaching.map(({ deal }) => deal.payer)).map((company) => {
      const own = reaching.filter(({ deal }) => deal.payer === company);
      return {
        company,
        group: own[0]?.payerGroup ?? company,
        deals: sortedUnique(own.map(({ deal }) => deal.id)),
        dependsOn: sortedUnique(own.map(({ deal }) => deal.payee)),
      };
    });
    if (customers.length > 0) tiers.push({ tier, customers });
  }
  return { tiers };
}
