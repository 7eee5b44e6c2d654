// The supplier groups that all the companies given have in common, and how far each is from them.

import { supplyDistances } from './compute-supply.js';
import type { DealKind } from './deals.js';
import type { Facts } from './facts.js';
import type { View } from './in-force.js';
import { sortedUnique } from './sorted.js';

export interface SharedSuppliersQuestion extends View {
  companies: string[];
  tiers?: number;
  kinds?: readonly DealKind[];
}

export interface SharedSupplier {
  group: string;
  tierOf: { company: string; tier: number }[];
}

/** By id of group; tierOf in the order asked, each company once. A group is no supplier of its own companies. */
export function slowSharedSuppliers(facts: Facts, question: SharedSuppliersQuestion): SharedSupplier[] {
  const companies = [...new Set(question.companies)];
  const distancesOf = companies.map((of) => ({ of, distances: supplyDistances(facts, { ...question, of }) }));
  const groups = sortedUnique(distancesOf.flatMap(({ distances }) => [...distances.keys()]));

  return groups
    .map((group) => ({
      group,
      tierOf: distancesOf
        .map(({ of, distances }) => ({ company: of, tier: distances.get(group) ?? 0 }))
        .filter(({ tier }) => tier >= 1 && tier <= (question.tiers ?? 4)),
    }))
    .filter(({ tierOf }) => tierOf.length === companies.length);
}
