/**
 * Which groups goods can't get around on their way to a target: dominators in the upstream graph. A group dominates
 * another one if it stands on each path between the two.
 *
 * Solved as the data-flow problem that Cooper, Harvey and Kennedy start from ("A Simple, Fast Dominance Algorithm",
 * 2001, section 2; Allen and Cocke, 1972): the dominators of a group are those that all its customers share, with the
 * customers themselves. Only groups on a shortest path can dominate, and those are at most as many as there are tiers,
 * so the sets stay that small and each can shrink that many times only: tiers squared times links is the bound.
 */
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** The groups on every path between a group and the target, both ends included. */
export type Dominators = ReadonlyMap<string, readonly string[]>;

type SuppliersOf = (group: string) => Iterable<string>;

/** To start with, one shortest path: no other group can be on every path. */
function shortestPaths(target: string, suppliersOf: SuppliersOf): Map<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>([[target, [target]]]);
  // A map also gives what is added while it is walked, so this is a queue.
  for (const [customer, path] of paths) {
    for (const supplier of suppliersOf(customer)) {
      if (!paths.has(supplier)) paths.set(supplier, [...path, supplier]);
    }
  }
  return paths;
}

/** The dominators of each group that supplies the target, at whatever distance. */
export async function findDominators(target: string, suppliersOf: SuppliersOf): Promise<Dominators> {
  const dominators = shortestPaths(target, suppliersOf);
  const waiting = new Set(dominators.keys());
  let steps = 0;
  // As above, but a group that is added again comes last once more.
  for (const customer of waiting) {
    waiting.delete(customer);
    const ofCustomer = dominators.get(customer) ?? [];
    for (const supplier of suppliersOf(customer)) {
      const before = dominators.get(supplier) ?? [];
      const shared = before.filter((group) => group === supplier || ofCustomer.includes(group));
      if (shared.length < before.length) waiting.add(supplier);
      dominators.set(supplier, shared);
      steps += 1;
      if (steps % STEPS_PER_TURN === 0) await yieldToOthers();
    }
  }
  return dominators;
}

/** The groups on every path from any of the suppliers to the target, in order of their ids. The target is left out. */
export function unavoidableFor(
  target: string,
  suppliers: Iterable<string>,
  dominators: Dominators,
): string[] {
  const sets = [...suppliers]
    .filter((supplier) => supplier !== target)
    .map((supplier) => dominators.get(supplier) ?? []);
  const [first = [], ...others] = sets;
  return first
    .filter((group) => group !== target && others.every((set) => set.includes(group)))
    .sort();
}
