/** Who supplies whom, read as far upstream as a question goes: groups and categories, each group's suppliers once. */
import type { FlowEdge } from '../snapshot/snapshot.js';
import type { Inquiry } from './ask.js';
import { edgesAlong, readFlows } from './read-flows.js';

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
