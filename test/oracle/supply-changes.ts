// What changed in X's supply between two days: the two answers of computeSupply, company by company.
import { type SupplyQuestion, slowComputeSupply, type TierSupplier } from './compute-supply.js';
import type { Facts } from './facts.js';
import { sortedUnique } from './sorted.js';

export interface SupplyChangesQuestion extends Omit<SupplyQuestion, 'on'> {
  from: string;
  to: string;
}

export interface SupplyChanges {
  gained: { company: string; group: string; tier: number }[];
  lost: { company: string; group: string; tier: number }[];
  tierMoved: { company: string; fromTier: number; toTier: number }[];
}

type Found = TierSupplier & { tier: number };

/** Groups are those of each day. A company that stays in its tier with other deals or customers is no change. */
export function slowSupplyChanges(facts: Facts, question: SupplyChangesQuestion): SupplyChanges {
  const before = suppliersOn(facts, question, question.from);
  const after = suppliersOn(facts, question, question.to);
  const changes: SupplyChanges = { gained: [], lost: [], tierMoved: [] };

  for (const company of sortedUnique([...before.keys(), ...after.keys()])) {
    const old = before.get(company);
    const now = after.get(company);
    if (old === undefined && now !== undefined) {
      changes.gained.push({ company, group: now.group, tier: now.tier });
    } else if (old !== undefined && now === undefined) {
      changes.lost.push({ company, group: old.group, tier: old.tier });
    } else if (old !== undefined && now !== undefined && old.tier !== now.tier) {
      changes.tierMoved.push({ company, fromTier: old.tier, toTier: now.tier });
    }
  }
  return changes;
}

/** A company stands in one tier only, because its group does. */
function suppliersOn(facts: Facts, question: SupplyChangesQuestion, on: string): Map<string, Found> {
  const { tiers } = slowComputeSupply(facts, { ...question, on });
  const found = tiers.flatMap(({ tier, suppliers }) => suppliers.map((supplier) => ({ ...supplier, tier })));
  return new Map(found.map((supplier) => [supplier.company, supplier]));
}
