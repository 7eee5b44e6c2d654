/** Reads how groups are tied to each other by goods, money and control, as far as a question goes. */
import type { Flow } from '../model/kind.js';
import { dealKinds, kinds } from '../model/registry.js';
import { inBatches } from '../records/in-batches.js';
import type { Inquiry } from './ask.js';
import { checkChoices } from './check-arguments.js';
import { allFlows, coverFlows } from './flow-cover.js';
import { flowStatement, readFlows, type SeenEdge } from './read-flows.js';
import { flowCountsIn, type Scope, type ScopeInput, scopeOf } from './scope.js';
import { createTies, type Ties } from './ties.js';

export interface ConnectionScope extends ScopeInput {
  /** Goods, money, control; all unless given. */
  readonly flows?: readonly Flow[];
}

const dealCodes = dealKinds.map(({ code }) => code);
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
  /** Reads all ties of these groups, of at most `limit` flow edges; groups that were read before cost nothing. */
  read(groups: readonly string[], limit: number): Promise<void>;
  /** Whether all ties of the group are known. */
  isRead(group: string): boolean;
  /** How many flow edges there are to read of each group at most: as of all days, with those inside the group. */
  costsOf(groups: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** How many flow edges were read. */
  readonly cost: number;
  /** How many deals and stakes were looked at. */
  readonly explored: number;
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

interface Way {
  readonly flow: Flow;
  readonly isOutgoing: boolean;
  readonly kind: string;
}

/** Reads the detail `way` of a flow edge. */
function wayOf(detail: string): Way {
  const at = detail.search(/[<>]/);
  return { flow: detail.slice(0, at) as Flow, isOutgoing: detail[at] === '>', kind: detail.slice(at + 1) };
}

const COMPANIES_AT_ONCE = 1_000;

/** The same place of both lists is about the same company. */
interface EdgeCounts {
  readonly companies: readonly string[];
  readonly counts: readonly number[];
}

const countEdges = (flows: readonly Flow[]): string => `
UNWIND $companies AS id
MATCH (company:Company {id: id})
WITH id AS company, COUNT { (company)-[:${flows.join('|')}]-() } AS edges
RETURN collect(company) AS companies, collect(edges) AS counts`;

export function openConnections(inquiry: Inquiry, flows: readonly Flow[]): Connections {
  const { reader, scope } = inquiry;
  const { groupOf, membersOf } = inquiry.groups;
  const cover = coverFlows(flows);
  const ties = createTies(cover);
  const statement = flowStatement(
    `-[flow:${cover.read.join('|')}]-`,
    flowCountsIn(scope, ...cover.read),
    'way',
  );
  const readGroups = new Set<string>();
  const records = new Set<string>();
  let cost = 0;

  function add({ company, other, record, detail }: SeenEdge): void {
    records.add(record);
    const [group, otherGroup] = [groupOf(company), groupOf(other)];
    // What goes on inside a group ties it to nobody.
    if (group === otherGroup) return;
    const { flow, isOutgoing, kind } = wayOf(detail);
    const [from, to] = isOutgoing ? [group, otherGroup] : [otherGroup, group];
    ties.add({ from, to, flow, record, kind });
  }

  return {
    ties,
    async read(groups, limit) {
      const wanted = groups.filter((group) => !readGroups.has(group));
      const companies = wanted.flatMap((group) => membersOf(group));
      const { explored, unread: left } = await readFlows(inquiry, { statement, companies, limit }, add);
      const unread = new Set(left.map(groupOf));
      cost += explored;
      for (const group of wanted) if (!unread.has(group)) readGroups.add(group);
    },
    isRead: (group) => readGroups.has(group),
    async costsOf(groups) {
      const costs = new Map<string, number>();
      for (const batch of inBatches(
        groups.flatMap((group) => membersOf(group)),
        COMPANIES_AT_ONCE,
      )) {
        const [page] = await reader.run<EdgeCounts>(countEdges(cover.read), { companies: batch });
        for (const [at, company] of page?.companies.entries() ?? []) {
          const group = groupOf(company);
          costs.set(group, (costs.get(group) ?? 0) + (page?.counts[at] ?? 0));
        }
      }
      return costs;
    },
    get cost() {
      return cost;
    },
    get explored() {
      return records.size;
    },
  };
}
