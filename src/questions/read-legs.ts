/** Reads the payments among which loops are looked for: those around one group, or all there are as far as they may be read. */
import type { Inquiry } from './ask.js';
import { addPayments, followPayments, startTrail, type Trail } from './follow-payments.js';
import { createLegs, type Legs } from './legs.js';
import { startingDeals } from './starting-deals.js';

export interface ReadLegs {
  readonly legs: Legs;
  readonly truncated: boolean;
}

/** How many deals are looked at around one group; and everywhere, where there are no more than that. */
const MAX_EXPLORED = 20_000;
/** How many are looked at everywhere, where there are more. Most are left out anyway, so the answer had better come soon. */
const MAX_EXPLORED_WIDELY = 10_000;

/** The trail with fewer groups to come; of two alike, the one that has come less far. */
const shorter = (one: Trail, other: Trail): Trail =>
  (one.frontier.length - other.frontier.length || one.tiers - other.tiers) <= 0 ? one : other;

/**
 * The payments on all loops through a group. They are followed both ways from it; after `maxLength` tiers in all, each
 * payment of a loop that is no longer has been read on one of the ways, whichever way each tier was.
 */
export async function readLegsAround(inquiry: Inquiry, group: string, maxLength: number): Promise<ReadLegs> {
  const legs = createLegs();
  const [out, back] = [startTrail('OUT', [group]), startTrail('IN', [group])];
  while (out.tiers + back.tiers < maxLength) {
    const trail = shorter(out, back);
    if (trail.frontier.length === 0) break;
    if (!(await followPayments(inquiry, trail, legs, MAX_EXPLORED))) return { legs, truncated: true };
  }
  return { legs, truncated: false };
}

async function findStarts({ snapshot, scope, groups: { groupOf }, signal }: Inquiry): Promise<string[]> {
  const deals = await startingDeals(snapshot, scope.day, signal);
  return [...new Set(deals.flatMap(({ from, to }) => [groupOf(from), groupOf(to)]))].sort();
}

/** All payments; where they are more than may be read, those that follow on the latest investments and the like. */
export async function readLegsEverywhere(inquiry: Inquiry, maxLength: number): Promise<ReadLegs> {
  const { snapshot } = inquiry;
  const legs = createLegs();
  // Counts what lies there, not what is in force: that could mean to look at all there is.
  if (snapshot.count('PAYS') <= MAX_EXPLORED) {
    await addPayments(inquiry, 'OUT', snapshot.sourcesOf('PAYS'), legs, MAX_EXPLORED);
    return { legs, truncated: false };
  }
  const trail = startTrail('OUT', await findStarts(inquiry));
  while (trail.tiers < maxLength && trail.frontier.length > 0) {
    if (!(await followPayments(inquiry, trail, legs, MAX_EXPLORED_WIDELY))) break;
  }
  return { legs, truncated: true };
}
