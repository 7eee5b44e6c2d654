/** Who supplies whom, read as far upstream as a question goes: groups and categories, each group's suppliers once. */
import type { FlowEdge } from '../snapshot/snapshot.js';
import type { Inquiry } from './ask.js';
import { edgesAlong, readFlows } from './read-flows.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** The groups that supply a group, each with the categories in which it does. */
export type Suppliers = ReadonlyMap<string, ReadonlySet<string>>;

export interface Upstream {
  /** Reads who supplies these groups. Those read before cost nothing; once the limit is reached it reads no more. */
  read(groups: Iterable<string>): Promise<void>;
  /** As far as they were read. */
  suppliersOf(group: string): Suppliers;
  /** Whether all suppliers of the group are known. */
  isRead(group: string): boolean;
  /** How many deals were looked at. */
  readonly explored: number;
  readonly truncated: boolean;
  /** Of the question that it is read for. */
  readonly signal: AbortSignal | undefined;
}

const none: Suppliers = new Map();

/** `limit` is how many deals may be looked at. */
export function openUpstream(inquiry: Inquiry, limit: number): Upstream {
  const { groupOf, membersOf } = inquiry.groups;
  const edgesOf = edgesAlong(inquiry.snapshot, 'SUPPLIES', 'IN');
  const suppliers = new Map<string, Map<string, Set<string>>>();
  const readGroups = new Set<string>();
  let explored = 0;
  let truncated = false;

  function add({ from, to, relationship: { category } }: FlowEdge): void {
    const [customer, supplier] = [groupOf(to), groupOf(from)];
    // A group never supplies itself.
    if (customer === supplier) return;
    let ofCustomer = suppliers.get(customer);
    if (ofCustomer === undefined) {
      ofCustomer = new Map();
      suppliers.set(customer, ofCustomer);
    }
    const categories = ofCustomer.get(supplier);
    if (categories === undefined) ofCustomer.set(supplier, new Set([category]));
    else categories.add(category);
  }

  return {
    signal: inquiry.signal,
    async read(groups) {
      const wanted = [...new Set(groups)].filter((group) => !readGroups.has(group));
      if (truncated || wanted.length === 0) return;
      const companies = wanted.flatMap((group) => membersOf(group));
      const reading = await readFlows(inquiry, { companies, edgesOf, limit: limit - explored }, add);
      const unread = new Set(reading.unread.map(groupOf));
      for (const group of wanted) if (!unread.has(group)) readGroups.add(group);
      explored += reading.explored;
      truncated = unread.size > 0;
    },
    suppliersOf: (group) => suppliers.get(group) ?? none,
    isRead: (group) => readGroups.has(group),
    get explored() {
      return explored;
    },
    get truncated() {
      return truncated;
    },
  };
}

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
