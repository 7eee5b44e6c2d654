// Where X's supply is narrow (DESIGN.md section 4, "Choke points").
// The window is X's group and all groups within `tiers` upstream of it. Weights count the supply links with both ends
// in the window. A customer's sole supplier must be its only one anywhere, also outside the window: the claim is
// about the world and not about how far we looked.
import { supplyDistances } from './compute-supply.js';
import type { Facts } from './facts.js';
import { type Link, supplyLinks } from './flows.js';
import { groupOf, groupsOf } from './groups.js';
import type { View } from './in-force.js';
import { hhiOf, withShares } from './shares.js';
import { sortedUnique } from './sorted.js';
import { unavoidableGroups } from './unavoidable.js';

export interface ChokePointsQuestion extends View {
  of: string;
  tiers?: number;
}

export interface CategoryConcentration {
  category: string;
  hhi: number;
  suppliers: { group: string; weight: bigint; share: number; soleSupplierOf: string[] }[];
  unavoidable: string[];
}

/** Categories in order of name, suppliers by share (largest first) and then id. X's group may itself be a supplier. */
export function slowChokePoints(
  facts: Facts,
  question: ChokePointsQuestion,
): { categories: CategoryConcentration[] } {
  const target = groupOf(groupsOf(facts, question), question.of);
  // All kinds, whatever else the caller's object may carry.
  const distances = supplyDistances(facts, { ...question, kinds: undefined });
  const isNear = (group: string) =>
    (distances.get(group) ?? Number.POSITIVE_INFINITY) <= (question.tiers ?? 4);
  const everywhere = supplyLinks(facts, question);
  const inside = everywhere.filter((link) => isNear(link.payerGroup) && isNear(link.payeeGroup));

  const categories = sortedUnique(inside.map(({ deal }) => deal.category)).map((category) => {
    const own = inside.filter(({ deal }) => deal.category === category);
    const roots = sortedUnique(own.map(({ payeeGroup }) => payeeGroup));
    const suppliers = withShares(
      roots.map((group) => {
        const customers = customersOf(group, own);
        return {
          group,
          weight: BigInt(customers.length),
          soleSupplierOf: customers.filter(
            (customer) => suppliersOf(customer, category, everywhere).length === 1,
          ),
        };
      }),
    );
    return {
      category,
      hhi: hhiOf(suppliers),
      suppliers,
      unavoidable: unavoidableGroups(target, roots, inside),
    };
  });
  return { categories };
}

function customersOf(group: string, links: Link[]): string[] {
  return sortedUnique(links.filter((link) => link.payeeGroup === group).map((link) => link.payerGroup));
}

function suppliersOf(customer: string, category: string, links: Link[]): string[] {
  const own = links.filter((link) => link.payerGroup === customer && link.deal.category === category);
  return sortedUnique(own.map((link) => link.payeeGroup));
}
