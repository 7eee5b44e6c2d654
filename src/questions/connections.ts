/** Reads how groups are tied to each other by goods, money and control, as far as a question goes. */
import { allFlows, type Flow } from '../model/kind.js';
import { dealCodes, kinds } from '../model/registry.js';
import type { FlowEdge } from '../snapshot/snapshot.js';
import type { Inquiry } from './ask.js';
import { checkChoices } from './check-arguments.js';
import { coverFlows } from './flow-cover.js';
import { readFlows } from './read-flows.js';
import { type Scope, type ScopeInput, scopeOf } from './scope.js';
import { createTies, type Ties } from './ties.js';

export interface ConnectionScope extends ScopeInput {
  /** Goods, money, control; all unless given. */
  readonly flows?: readonly Flow[];
}

const otherCodes = kinds.filter(({ casts, code }) => casts.length > 0 && !dealCodes.includes(code));

/** The kinds of a scope choose among deals; control that no deal brings always counts. */
export function connectionScopeOf({ kinds: chosen, ...input }: ConnectionScope): Scope {
  const deals = chosen === undefined ? dealCodes : checkChoices('kinds', chosen, dealCodes);
  return scopeOf({ ...input, kinds: [...deals, ...otherCodes.map(({ code }) => code)] });
}

export const checkFlows = (flows: readonly Flow[] = allFlows): readonly Flow[] => [
  ...new Set(checkChoices('flows', flows, allFlows)),
];

export interface Connections {
  /** What is known so far. */
  readonly ties: Omit<Ties, 'add'>;
  /**
   * Reads all ties of these groups, of at most `limit` flow edges; groups that were read before cost nothing.
   * Ties to groups that are not `wanted` are looked at, but not kept.
   */
  read(groups: readonly string[], limit: number, wanted?: (group: string) => boolean): Promise<void>;
  /** Whether all ties of the group are known. */
  isRead(group: string): boolean;
  /** How many flow edges there are to read of each group at most: as of all days, with those inside the group. */
  costsOf(groups: readonly string[]): ReadonlyMap<string, number>;
  /** How many flow edges were read. */
  readonly cost: number;
  /** How many deals and stakes were looked at. */
  readonly explored: number;
  /** Of the question that they are read for. */
  readonly signal: AbortSignal | undefined;
}

/** The groups of which most can be read for so many flow edges: those that have the fewest, by id where alike. */
export function cheapestFor(edges: number, costs: Iterable<readonly [string, number]>): string[] {
  const ascending = [...costs].sort(
    ([one, cost], [other, otherCost]) => cost - otherCost || (one < other ? -1 : 1),
  );
  let spent = 0;
  const affordable = ascending.filter(([, cost]) => {
    spent += cost;
    return spent <= edges;
  });
  return affordable.map(([group]) => group);
}

const byRelationship = (one: FlowEdge, other: FlowEdge): number =>
  one.relationship.id < other.relationship.id ? -1 : 1;

export function openConnections(inquiry: Inquiry, flows: readonly Flow[]): Connections {
  const { groupOf, membersOf } = inquiry.groups;
  const cover = coverFlows(flows);
  const ties = createTies(cover);
  const readGroups = new Set<string>();
  const records = new Set<string>();
  let cost = 0;

  const { snapshot } = inquiry;
  const edgesOf = (company: string): FlowEdge[] =>
    cover.read.flatMap((flow) => [...snapshot.edgesFrom(company, flow), ...snapshot.edgesTo(company, flow)]);
  const countEdges = (company: string): number =>
    cover.read.reduce(
      (sum, flow) => sum + snapshot.countFrom(company, flow) + snapshot.countTo(company, flow),
      0,
    );

  const addIf =
    (wanted: (group: string) => boolean) =>
    ({ from, to, flow, relationship: { id, kind } }: FlowEdge): void => {
      records.add(id);
      const [source, target] = [groupOf(from), groupOf(to)];
      // What goes on inside a group ties it to nobody.
      if (source === target || !wanted(source) || !wanted(target)) return;
      ties.add({ from: source, to: target, flow, record: id, kind });
    };

  return {
    ties,
    signal: inquiry.signal,
    async read(groups, limit, wanted = () => true) {
      const fresh = groups.filter((group) => !readGroups.has(group));
      const companies = fresh.flatMap((group) => membersOf(group));
      // Which come first matters only where not all may be read.
      const isWhole = companies.reduce((sum, company) => sum + countEdges(company), 0) <= limit;
      const request = {
        companies,
        edgesOf: (company: string) => (isWhole ? edgesOf(company) : edgesOf(company).sort(byRelationship)),
        limit,
      };
      const { explored, unread: left } = await readFlows(inquiry, request, addIf(wanted));
      const unread = new Set(left.map(groupOf));
      cost += explored;
      for (const group of fresh) if (!unread.has(group)) readGroups.add(group);
    },
    isRead: (group) => readGroups.has(group),
    costsOf: (groups) =>
      new Map(
        groups.map((group) => [
          group,
          membersOf(group).reduce((sum, company) => sum + countEdges(company), 0),
        ]),
      ),
    get cost() {
      return cost;
    },
    get explored() {
      return records.size;
    },
  };
}
