/** Who belongs to whom, day by day: worked out once for a day, until a stake changes. */
import type { DayNumber } from '../model/day.js';
import type { EdgeIndex } from './edge-index.js';
import { type Groups, groupsOn, type MajorityStake } from './groups.js';

/** Days are asked about again and again; more than these are worked out anew. */
const DAYS_KEPT = 32;

/** More than half of a company is control. */
function majorityStakes(stakes: EdgeIndex): MajorityStake[] {
  const found: MajorityStake[] = [];
  for (const { from: owner, to: owned, relationship } of stakes.edges()) {
    const { stakePercent = 0, fromDay, toDay } = relationship;
    if (stakePercent > 50) found.push({ owner, owned, stakePercent, fromDay, toDay });
  }
  return found;
}

/** `stakes` are the edges of OWNS. */
export function createOwnership(stakes: EdgeIndex): (day: DayNumber) => Groups {
  const days = new Map<DayNumber, Groups>();
  let majorities: readonly MajorityStake[] | undefined;
  return (day) => {
    const known = days.get(day);
    if (known !== undefined) return known;
    majorities ??= majorityStakes(stakes);
    const groups = groupsOn(majorities, day);
    const oldest = days.keys().next();
    if (days.size >= DAYS_KEPT && !oldest.done) days.delete(oldest.value);
    days.set(day, groups);
    return groups;
  };
}
