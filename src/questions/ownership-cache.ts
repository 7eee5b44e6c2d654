/**
 * The majority stakes of the whole graph, kept while the ledger says that no ownership has changed. Groups reach
 * across the graph, so reading them anew would make every question cost as much as all ownerships together.
 */
import type { DayNumber } from '../model/day.js';
import type { Reader } from '../store/graph-store.js';
import { type Groups, groupsOn, type MajorityStake } from './groups.js';

const majorityStakes = `
MATCH (owner:Company)-[stake:OWNS]->(owned:Company)
WHERE stake.stakePercent > 50
RETURN owner.id AS owner, owned.id AS owned, stake.stakePercent AS stakePercent,
  stake.fromDay AS fromDay, stake.toDay AS toDay
ORDER BY owner, owned`;

/** Days are asked about again and again; more than these are worked out anew. */
const DAYS_KEPT = 32;

export interface KnownGroups {
  readonly groups: Groups;
  /** The ledger's `ownershipSequence` for which they are right. */
  readonly ownershipSequence: number;
}

export interface OwnershipCache {
  /** The groups on a day as they were when they were read last; undefined if they never were. */
  lastKnownOn(day: DayNumber): KnownGroups | undefined;
  /** The groups on a day, given the ledger's `ownershipSequence` as the reader sees it. */
  groupsOn(reader: Reader, ownershipSequence: number, day: DayNumber): Promise<Groups>;
}

export function createOwnershipCache(): OwnershipCache {
  let knownSequence: number | undefined;
  let stakes: readonly MajorityStake[] = [];
  let days = new Map<DayNumber, Groups>();

  function groupsOfDay(day: DayNumber): Groups {
    const known = days.get(day);
    if (known !== undefined) return known;
    const groups = groupsOn(stakes, day);
    const oldest = days.keys().next();
    if (days.size >= DAYS_KEPT && !oldest.done) days.delete(oldest.value);
    days.set(day, groups);
    return groups;
  }

  return {
    lastKnownOn: (day) =>
      knownSequence === undefined
        ? undefined
        : { groups: groupsOfDay(day), ownershipSequence: knownSequence },
    async groupsOn(reader, ownershipSequence, day) {
      if (ownershipSequence !== knownSequence) {
        const loaded = await reader.run<MajorityStake>(majorityStakes);
        [knownSequence, stakes, days] = [ownershipSequence, loaded, new Map()];
      }
      return groupsOfDay(day);
    },
  };
}
