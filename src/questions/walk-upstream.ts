/** Finds who stands upstream of several groups at once, and how far. */
import type { Upstream } from './upstream.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** How many tiers upstream of each start a group stands, in the order of the starts; undefined where it does not. */
export type TiersOf = readonly (number | undefined)[];

/**
 * Finds the groups upstream of the starts, breadth first from all of them in step, so that what is found is at its true
 * distance even where the limit ends the walk early. One bit for each start says which of them have seen a group: every
 * link is followed once a tier however many starts there are (multi-source breadth-first search, Then et al., 2014).
 * At most 30 starts fit the bits of a number.
 */
export async function walkUpstream(
  upstream: Upstream,
  starts: readonly string[],
  tiers: number,
): Promise<ReadonlyMap<string, TiersOf>> {
  const tiersOf = new Map<string, (number | undefined)[]>();
  const seen = new Map<string, number>();
  let steps = 0;

  function arrive(group: string, bits: number, tier: number): void {
    seen.set(group, (seen.get(group) ?? 0) | bits);
    const ofGroup = tiersOf.get(group) ?? starts.map(() => undefined);
    for (let at = 0; at < starts.length; at += 1) if (bits & (1 << at)) ofGroup[at] = tier;
    tiersOf.set(group, ofGroup);
  }

  let frontier = new Map<string, number>();
  for (const [at, start] of starts.entries()) frontier.set(start, (frontier.get(start) ?? 0) | (1 << at));
  for (const [start, bits] of frontier) arrive(start, bits, 0);

  for (let tier = 1; tier <= tiers && !upstream.truncated; tier += 1) {
    await upstream.read(frontier.keys());
    const next = new Map<string, number>();
    for (const [customer, bits] of frontier) {
      for (const supplier of upstream.suppliersOf(customer).keys()) {
        steps += 1;
        if (steps % STEPS_PER_TURN === 0) await yieldToOthers(upstream.signal);
        const fresh = bits & ~(seen.get(supplier) ?? 0);
        if (fresh !== 0) next.set(supplier, (next.get(supplier) ?? 0) | fresh);
      }
    }
    for (const [group, bits] of next) arrive(group, bits, tier);
    frontier = next;
  }
  return tiersOf;
}
