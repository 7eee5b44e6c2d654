/** Who supplies whom, read as far upstream as a question goes: groups and categories, each group's suppliers once. */
import type { Inquiry } from './ask.js';
import { flowStatement, readFlows, type SeenEdge } from './read-flows.js';
import { yieldToOthers } from './yield-to-others.js';

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
}

const none: Suppliers = new Map();

/** `limit` is how many deals may be looked at. */
export function openUpstream(inquiry: Inquiry, limit: number): Upstream {
  const { groupOf, membersOf } = inquiry.groups;
  const statement = flowStatement('<-[flow:SUPPLIES]-', inquiry.scope.basis, 'category');
  const suppliers = new Map<string, Map<string, Set<string>>>();
  const readGroups = new Set<string>();
  let explored = 0;
  let truncated = false;

  function add({ company, other, detail: category }: SeenEdge): void {
    const [customer, supplier] = [groupOf(company), groupOf(other)];
    // A group never supplies itself.
    if (customer === supplier) return;
    const ofCustomer = suppliers.get(customer) ?? new Map<string, Set<string>>();
    suppliers.set(customer, ofCustomer.set(supplier, (ofCustomer.get(supplier) ?? new Set()).add(category)));
  }

  return {
    async read(groups) {
      const wanted = [...new Set(groups)].filter((group) => !readGroups.has(group));
      if (truncated || wanted.length === 0) return;
      const reading = await readFlows(
        inquiry,
        statement,
        wanted.flatMap((group) => membersOf(group)),
        limit - explored,
        add,
      );
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

/**
 * How many tiers upstream of each start every group stands, the start itself at 0: breadth first from all starts in
 * step, so that what is found is at its true distance even where the limit ends the walk early.
 */
export async function walkUpstream(
  upstream: Upstream,
  starts: readonly string[],
  tiers: number,
): Promise<ReadonlyMap<string, number>[]> {
  const walks = starts.map((start) => ({ tierOf: new Map([[start, 0]]), frontier: [start] }));
  for (let tier = 1; tier <= tiers && !upstream.truncated; tier += 1) {
    await upstream.read(walks.flatMap(({ frontier }) => frontier));
    for (const walk of walks) {
      const found = new Set(walk.frontier.flatMap((group) => [...upstream.suppliersOf(group).keys()]));
      walk.frontier = [...found].filter((group) => !walk.tierOf.has(group));
      for (const group of walk.frontier) walk.tierOf.set(group, tier);
      await yieldToOthers();
    }
  }
  return walks.map(({ tierOf }) => tierOf);
}
