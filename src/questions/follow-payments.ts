/** Follows payments from groups to those that they pay, or that pay them, one tier after the other. */
import type { Inquiry } from './ask.js';
import type { Legs } from './legs.js';
import { edgesAlong, readFlows, type Way } from './read-flows.js';
import { startDays } from './scope.js';

/** One way in which payments are followed, and how far it has come. */
export interface Trail {
  readonly way: Way;
  readonly seen: Set<string>;
  /** The groups that come next, in order of their ids. */
  frontier: readonly string[];
  /** How many tiers it has come so far. */
  tiers: number;
}

export const startTrail = (way: Way, groups: readonly string[]): Trail => ({
  way,
  seen: new Set(groups),
  frontier: groups,
  tiers: 0,
});

/** Adds the payments of some companies to the legs, and tells `take` the groups at their other ends. False where there are more than `limit`. */
export async function addPayments(
  inquiry: Inquiry,
  way: Way,
  companies: Iterable<string>,
  legs: Legs,
  limit: number,
  take: (group: string) => void = () => {},
): Promise<boolean> {
  const {
    snapshot,
    scope,
    groups: { groupOf },
  } = inquiry;
  const startDay = startDays[scope.basis];
  const request = { companies, edgesOf: edgesAlong(snapshot, 'PAYS', way), limit };
  const { unread } = await readFlows(inquiry, request, ({ from, to, relationship }) => {
    const [payer, payee] = [groupOf(from), groupOf(to)];
    const { [startDay]: fromDay, toDay } = relationship;
    legs.add({ deal: relationship, payer, payee, fromDay, toDay });
    take(way === 'OUT' ? payee : payer);
  });
  return unread.length === 0;
}

/** Follows the trail one tier further. False where that is more than the legs may hold in all. */
export async function followPayments(
  inquiry: Inquiry,
  trail: Trail,
  legs: Legs,
  maxExplored: number,
): Promise<boolean> {
  const companies = trail.frontier.flatMap(inquiry.groups.membersOf);
  const next = new Set<string>();
  const left = maxExplored - legs.size;
  const isWhole = await addPayments(inquiry, trail.way, companies, legs, left, (group) => {
    if (!trail.seen.has(group)) next.add(group);
  });
  for (const group of next) trail.seen.add(group);
  trail.frontier = [...next].sort();
  trail.tiers += 1;
  return isWhole;
}
