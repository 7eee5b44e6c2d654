/** A company's group: its ultimate majority owner and all that it majority-owns, on a day. */
import type { DayNumber } from '../model/day.js';

/** One company's share of another that is control, and when it holds. */
export interface MajorityStake {
  readonly owner: string;
  readonly owned: string;
  readonly stakePercent: number;
  readonly fromDay: DayNumber;
  readonly toDay: DayNumber;
}

export interface Groups {
  /** The company that stands for the group: the ultimate owner. A company that nobody controls is its own. */
  groupOf(company: string): string;
  /** All companies of a group, given the one that stands for it, in order of their ids. */
  membersOf(group: string): readonly string[];
}

/** Every company is a group of its own. */
export const noGroups: Groups = { groupOf: (company) => company, membersOf: (group) => [group] };

const isBetter = (one: MajorityStake, other: MajorityStake): boolean =>
  one.stakePercent > other.stakePercent ||
  (one.stakePercent === other.stakePercent && one.owner < other.owner);

/** The one owner that controls each company: of two that claim to, the larger stake, then the smaller id. */
function controllers(stakes: readonly MajorityStake[], day: DayNumber): Map<string, string> {
  const best = new Map<string, MajorityStake>();
  for (const stake of stakes) {
    if (stake.fromDay > day || stake.toDay < day || stake.owner === stake.owned) continue;
    const other = best.get(stake.owned);
    if (other === undefined || isBetter(stake, other)) best.set(stake.owned, stake);
  }
  return new Map([...best].map(([owned, { owner }]) => [owned, owner]));
}

/** Follows the owners up. Companies that own each other in a ring are led by the smallest id of the ring. */
function ultimateOwner(company: string, controllerOf: ReadonlyMap<string, string>): string {
  const chain = [company];
  for (;;) {
    const owner = controllerOf.get(chain.at(-1) as string);
    if (owner === undefined) return chain.at(-1) as string;
    const ringStart = chain.indexOf(owner);
    if (ringStart >= 0) return chain.slice(ringStart).sort()[0] as string;
    chain.push(owner);
  }
}

export function groupsOn(stakes: readonly MajorityStake[], day: DayNumber): Groups {
  const controllerOf = controllers(stakes, day);
  const groups = new Map<string, string>();
  const members = new Map<string, string[]>();
  for (const company of [...new Set([...controllerOf].flat())].sort()) {
    const group = ultimateOwner(company, controllerOf);
    groups.set(company, group);
    const others = members.get(group);
    if (others === undefined) members.set(group, [company]);
    else others.push(company);
  }
  return {
    groupOf: (company) => groups.get(company) ?? company,
    membersOf: (group) => members.get(group) ?? [group],
  };
}
