/**
 * Follows goods tier by tier from a company, upstream to its suppliers or downstream to its customers: breadth first
 * between groups, one static query per page of flow edges, every group at its smallest distance only.
 */
import type { Inquiry } from './ask.js';
import { checkRange } from './check-arguments.js';
import { readAhead } from './read-ahead.js';
import { flowStatement, readFlows, type SeenEdge } from './read-flows.js';
import { flowCountsIn } from './scope.js';
import { type Direction, supplyPatterns } from './supply-patterns.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

export const DEFAULT_TIERS = 4;
export const MAX_TIERS = 8;
/** A question reads at most this many deals, and says so when there are more. */
export const MAX_EXPLORED = 12_000;

export const checkTiers = (tiers = DEFAULT_TIERS): number => checkRange('tiers', tiers, 1, MAX_TIERS);

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
  /** How many deals were looked at. */
  readonly explored: number;
  /** Whether there was more to look at than may be. */
  readonly truncated: boolean;
}

/** The deals by which a company reaches the tier before, and who signed them there. */
interface Reach {
  readonly deals: Set<string>;
  readonly counterparties: Set<string>;
}

function addReach(found: Map<string, Reach>, { company, other, record }: SeenEdge): void {
  const reach = found.get(other);
  if (reach === undefined) {
    found.set(other, { deals: new Set([record]), counterparties: new Set([company]) });
    return;
  }
  reach.deals.add(record);
  reach.counterparties.add(company);
}

async function partiesOf(
  found: ReadonlyMap<string, Reach>,
  groupOf: (company: string) => string,
): Promise<TierParty[]> {
  const parties: TierParty[] = [];
  for (const [company, { deals, counterparties }] of found) {
    if (parties.length % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers();
    parties.push({
      company,
      group: groupOf(company),
      deals: [...deals].sort(),
      counterparties: [...counterparties].sort(),
    });
  }
  return parties.sort((one, other) => (one.company < other.company ? -1 : 1));
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
  const statement = flowStatement(supplyPatterns[direction], flowCountsIn(inquiry.scope, 'SUPPLIES'), 'none');
  const seen = new Set([groupOf(from)]);
  const tiers: TierParty[][] = [];
  let frontier: readonly string[] = membersOf(groupOf(from));
  let explored = 0;
  const ahead = await readAhead(inquiry, {
    pattern: supplyPatterns[direction],
    companies: frontier,
    tiers: maxTiers,
  });

  while (tiers.length < maxTiers && frontier.length > 0) {
    const found = new Map<string, Reach>();
    const request = { statement, companies: frontier, limit: limit - explored, ahead };
    const reading = await readFlows(inquiry, request, (edge) => {
      if (!seen.has(groupOf(edge.other))) addReach(found, edge);
    });
    explored += reading.explored;
    const parties = await partiesOf(found, groupOf);
    if (parties.length > 0) tiers.push(parties);
    if (reading.unread.length > 0) return { tiers, explored, truncated: true };
    const groups = new Set(parties.map(({ group }) => group));
    for (const group of groups) seen.add(group);
    frontier = [...groups].flatMap(membersOf);
  }
  return { tiers, explored, truncated: false };
}
