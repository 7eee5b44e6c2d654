/**
 * Which groups goods can't get around on their way to a target: dominators in the upstream graph. A group dominates
 * another one if it stands on each path between that one and the target.
 *
 * Solved as the data-flow problem that Cooper, Harvey and Kennedy start from ("A Simple, Fast Dominance Algorithm",
 * 2001, section 2, after Allen and Cocke, 1972): a supplier is dominated by what dominates all of its customers. Here
 * the sets start as shortest paths, for no other group can be on every path. So a set holds no more groups than there are
 * tiers, and the target, and shrinks less often than there are tiers; its suppliers are looked at once and again each
 * time. That is at most links times tiers steps, each of which compares two sets: links times tiers cubed comparisons.
 */
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** For each group upstream of the target: the groups on all its paths there, both ends included. */
export type Dominators = ReadonlyMap<string, readonly string[]>;

/** Suppliers of each group; a group that none supplies may be left out. */
type Suppliers = ReadonlyMap<string, readonly string[]>;

function shortestPaths(target: string, suppliers: Suppliers): Map<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>([[target, [target]]]);
  // A map gives what is added to it while it is walked, too: a queue.
  for (const [customer, path] of paths) {
    for (const supplier of suppliers.get(customer) ?? []) {
      if (!paths.has(supplier)) paths.set(supplier, [...path, supplier]);
    }
  }
  return paths;
}

export async function findDominators(
  target: string,
  suppliers: Suppliers,
  signal?: AbortSignal,
): Promise<Dominators> {
  const dominators = shortestPaths(target, suppliers);
  // A group that is added to a set again after it was taken out comes last: a queue without repeats.
  const waiting = new Set(dominators.keys());
  let steps = 0;
  for (const customer of waiting) {
    waiting.delete(customer);
    const above = dominators.get(customer) ?? [];
    for (const supplier of suppliers.get(customer) ?? []) {
      steps += 1;
      if (steps % STEPS_PER_TURN === 0) await yieldToOthers(signal);
      const before = dominators.get(supplier) ?? [];
      const shared = before.filter((group) => group === supplier || above.includes(group));
      if (shared.length === before.length) continue;
      dominators.set(supplier, shared);
      waiting.add(supplier);
    }
  }
  return dominators;
}

/**
 * The groups on every path from any of the suppliers to the target, in order of their ids; the target is left out.
 * They are what a virtual root in front of the suppliers has as its dominators.
 */
export function unavoidableFor(
  target: string,
  suppliers: Iterable<string>,
  dominators: Dominators,
): string[] {
  const [first = [], ...others] = [...suppliers]
    .filter((supplier) => supplier !== target)
    .map((supplier) => dominators.get(supplier) ?? []);
  return first.filter((group) => group !== target && others.every((set) => set.includes(group))).sort();
}
