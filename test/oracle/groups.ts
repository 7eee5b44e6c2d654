// Who belongs to whom on a day (DESIGN.md section 3, "Groups").
import { ALWAYS, firstDay, lastDay, OPEN } from './days.js';
import type { Facts, RawOwnership } from './facts.js';
import type { View } from './in-force.js';

export function isHeld(ownership: RawOwnership, on: string): boolean {
  const from = ownership.since === undefined ? ALWAYS : firstDay(ownership.since);
  const to = ownership.until === undefined ? OPEN : lastDay(ownership.until);
  return from <= on && on <= to;
}

/** The owner of more than half. Stakes of several records are never added up: each speaks for itself. */
export function majorityOwner(facts: Facts, company: string, on: string): string | null {
  const claims = facts.ownerships
    .filter((ownership) => ownership.owned === company && isHeld(ownership, on))
    .map((ownership) => ({ owner: ownership.owner, stake: ownership.stakePercent ?? 0 }))
    .filter((claim) => claim.stake > 50)
    .sort((a, b) => b.stake - a.stake || (a.owner < b.owner ? -1 : 1));
  return claims[0]?.owner ?? null;
}

/** The ultimate majority owner; where owners own each other in a ring, the smallest id of the ring. */
export function ultimateOwner(facts: Facts, company: string, on: string): string {
  const climbed = [company];
  for (;;) {
    const top = climbed[climbed.length - 1] ?? company;
    const owner = majorityOwner(facts, top, on);
    if (owner === null) return top;
    const seenAt = climbed.indexOf(owner);
    if (seenAt >= 0) return climbed.slice(seenAt).sort()[0] ?? company;
    climbed.push(owner);
  }
}

/** Every company's group, named by the id of its head. Without rollUp each company is its own group. */
export function groupsOf(facts: Facts, view: View): Map<string, string> {
  const rollUp = view.rollUp ?? true;
  return new Map(
    facts.companies.map(({ id }) => [id, rollUp ? ultimateOwner(facts, id, view.on) : id] as const),
  );
}

export function groupOf(groups: Map<string, string>, company: string): string {
  const group = groups.get(company);
  if (group === undefined) throw new Error(`no such company: ${company}`);
  return group;
}
