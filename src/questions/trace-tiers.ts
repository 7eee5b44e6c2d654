/**
 * Follows goods tier by tier from a company, upstream to its suppliers or downstream to its customers: breadth first
 * between groups, one static query per batch of companies, every group at its smallest distance only.
 */
import { inBatches } from '../records/in-batches.js';
import type { Inquiry } from './ask.js';
import { type Basis, flowCounts, scopeParameters } from './scope.js';

export const DEFAULT_TIERS = 4;
export const MAX_TIERS = 8;
/** A trace reads at most this many deals, and says so when there are more. */
export const MAX_EXPLORED = 20_000;
const FRONTIER_BATCH = 500;

export type Direction = 'UPSTREAM' | 'DOWNSTREAM';

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

/** `company` is the one found, `counterparty` the one of the tier before. */
interface Edge {
  readonly company: string;
  readonly counterparty: string;
  readonly deal: string;
}

const patterns: Readonly<Record<Direction, string>> = {
  UPSTREAM: '(near:Company {id: id})<-[flow:SUPPLIES]-(far:Company)',
  DOWNSTREAM: '(near:Company {id: id})-[flow:SUPPLIES]->(far:Company)',
};

const nextTier = (direction: Direction, basis: Basis): string => `
UNWIND $frontier AS id
MATCH ${patterns[direction]}
WHERE ${flowCounts[basis]}
RETURN far.id AS company, id AS counterparty, flow.dealId AS deal
ORDER BY company, deal, counterparty
LIMIT $limit`;

async function readEdges(
  { reader, scope }: Inquiry,
  direction: Direction,
  frontier: readonly string[],
  limit: number,
): Promise<Edge[]> {
  const statement = nextTier(direction, scope.basis);
  const edges: Edge[] = [];
  for (const batch of inBatches(frontier, FRONTIER_BATCH)) {
    const remaining = limit - edges.length;
    if (remaining <= 0) break;
    const rows = await reader.run<Edge>(statement, {
      ...scopeParameters(scope),
      frontier: batch,
      limit: remaining,
    });
    edges.push(...rows);
  }
  return edges;
}

const sorted = (ids: ReadonlySet<string>): string[] => [...ids].sort();

function partiesOf(edges: readonly Edge[], groupOf: (company: string) => string): TierParty[] {
  const byCompany = new Map<string, { deals: Set<string>; counterparties: Set<string> }>();
  for (const { company, counterparty, deal } of edges) {
    const party = byCompany.get(company) ?? { deals: new Set(), counterparties: new Set() };
    party.deals.add(deal);
    party.counterparties.add(counterparty);
    byCompany.set(company, party);
  }
  return sorted(new Set(byCompany.keys())).map((company) => {
    const party = byCompany.get(company);
    return {
      company,
      group: groupOf(company),
      deals: sorted(party?.deals ?? new Set()),
      counterparties: sorted(party?.counterparties ?? new Set()),
    };
  });
}

export async function traceTiers(
  inquiry: Inquiry,
  from: string,
  direction: Direction,
  maxTiers: number,
): Promise<Trace> {
  const { groupOf, membersOf } = inquiry.groups;
  const seen = new Set([groupOf(from)]);
  const tiers: TierParty[][] = [];
  let frontier = membersOf(groupOf(from));
  let explored = 0;

  while (tiers.length < maxTiers && frontier.length > 0) {
    // One more than may be explored tells that there is more.
    const edges = await readEdges(inquiry, direction, frontier, MAX_EXPLORED - explored + 1);
    const isTooMuch = explored + edges.length > MAX_EXPLORED;
    if (isTooMuch) edges.pop();
    explored += edges.length;
    const parties = partiesOf(
      edges.filter(({ company }) => !seen.has(groupOf(company))),
      groupOf,
    );
    if (parties.length > 0) tiers.push(parties);
    if (isTooMuch) return { tiers, explored, truncated: true };
    const found = new Set(parties.map(({ group }) => group));
    for (const group of found) seen.add(group);
    frontier = [...found].flatMap(membersOf).sort();
  }
  return { tiers, explored, truncated: false };
}
