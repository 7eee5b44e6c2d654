/**
 * Follows goods tier by tier from a company, upstream to its suppliers or downstream to its customers: breadth first
 * between groups, every group at its smallest distance only.
 */
import type { Inquiry } from './ask.js';
import { byCompany } from './compare-ids.js';
import { type Direction, wayOfGoods } from './direction.js';
import { edgesAlong, otherEnd, readFlows } from './read-flows.js';
import { MAX_EXPLORED } from './tier-limits.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** A company in a tier, the deals by which it reaches the tier before, and the companies there that signed them. */
export interface TierParty {
  readonly company: string;
  readonly group: string;
  readonly deals: readonly string[];
  readonly counterparties: readonly string[];
}

export interface Trace {
  /** From tier 1 on; the last one is the last that has a company. Ordered by company id. */
  readonly tiers: readonly (readonly TierParty[])[];
  /** How many tiers lack no company: all that were asked for, or where truncated those that were read to their end. */
  readonly wholeTiers: number;
  /** How many deals were looked at. */
  readonly explored: number;
  /** Whether there was more to look at than may be. */
  readonly truncated: boolean;
}

/** The deals by which a company reaches the tier before, and who signed them there, in order of their ids. */
interface Reach {
  readonly deals: string[];
  readonly counterparties: string[];
}

/** An edge is met once, and those of one company after the other: so no deal comes twice, and a company not again later. */
function addReach(found: Map<string, Reach>, other: string, company: string, deal: string): void {
  const reach = found.get(other);
  if (reach === undefined) {
    found.set(other, { deals: [deal], counterparties: [company] });
    return;
  }
  reach.deals.push(deal);
  if (reach.counterparties.at(-1) !== company) reach.counterparties.push(company);
}

async function partiesOf(
  found: ReadonlyMap<string, Reach>,
  { groups: { groupOf }, signal }: Inquiry,
): Promise<TierParty[]> {
  const parties: TierParty[] = [];
  for (const [company, { deals, counterparties }] of found) {
    if (parties.length % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
    parties.push({ company, group: groupOf(company), deals: deals.sort(), counterparties });
  }
  return parties.sort(byCompany);
}

/** `limit` is how many deals may be looked at. */
export async function traceTiers(
  inquiry: Inquiry,
  from: string,
  direction: Direction,
  maxTiers: number,
  limit = MAX_EXPLORED,
): Promise<Trace> {
  const { groupOf, membersOf } = inquiry.groups;
  const way = wayOfGoods[direction];
  const seen = new Set([groupOf(from)]);
  const tiers: TierParty[][] = [];
  let frontier: readonly string[] = membersOf(groupOf(from));
  let explored = 0;
  const edgesOf = edgesAlong(inquiry.snapshot, 'SUPPLIES', way);

  while (tiers.length < maxTiers && frontier.length > 0) {
    const found = new Map<string, Reach>();
    const request = { companies: frontier, edgesOf, limit: limit - explored };
    const reading = await readFlows(inquiry, request, (edge, company) => {
      const other = otherEnd(edge, way);
      if (!seen.has(groupOf(other))) addReach(found, other, company, edge.relationship.id);
    });
    explored += reading.explored;
    const parties = await partiesOf(found, inquiry);
    const wholeTiers = tiers.length;
    if (parties.length > 0) tiers.push(parties);
    if (reading.unread.length > 0) return { tiers, wholeTiers, explored, truncated: true };
    const groups = new Set(parties.map(({ group }) => group));
    for (const group of groups) seen.add(group);
    frontier = [...groups].flatMap(membersOf);
  }
  return { tiers, wholeTiers: maxTiers, explored, truncated: false };
}
