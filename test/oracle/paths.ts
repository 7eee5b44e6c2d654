// How two companies are connected: every simple path, by walking them all.
// One path is one row of groups. Between two neighbours of it there may be several flows, either way: all of them are
// in the step between the two. (Each supply deal is a flow of goods one way and of money the other, so a path for
// every choice of flow would be told many times over.)
import type { DealKind } from './deals.js';
import type { Facts } from './facts.js';
import { payLinks } from './flows.js';
import { groupOf, groupsOf, isHeld } from './groups.js';
import type { View } from './in-force.js';
import { compareIdLists, compareIds, sortedUnique } from './sorted.js';

export type Flow = 'GOODS' | 'MONEY' | 'CONTROL';
const FLOWS: readonly Flow[] = ['GOODS', 'MONEY', 'CONTROL'];

export interface PathsQuestion extends View {
  from: string;
  to: string;
  flows?: readonly Flow[];
  /** The kinds of deal that count; control counts all the same. */
  kinds?: readonly DealKind[];
  maxLength?: number;
}

/** A flow in its true direction with all its deals; for CONTROL the ownerships instead, of any stake. */
export interface Hop {
  from: string;
  to: string;
  flow: Flow;
  deals: string[];
  ownerships: string[];
}

export interface Path {
  companies: string[];
  /** steps[i] lies between companies[i] and companies[i + 1]: by flow (GOODS, MONEY, CONTROL), then `from`. */
  steps: Hop[][];
}

/** Shortest first, then by the ids along the way. A group and itself are not connected by a path. */
export function slowPaths(facts: Facts, question: PathsQuestion): Path[] {
  const groups = groupsOf(facts, question);
  const [start, end] = [groupOf(groups, question.from), groupOf(groups, question.to)];
  const hops = findHops(facts, question);
  const maxLength = question.maxLength ?? 4;

  const neighbours = new Map<string, Set<string>>();
  for (const { from, to } of hops) {
    neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
    neighbours.set(to, (neighbours.get(to) ?? new Set()).add(from));
  }
  const rows: string[][] = [];
  const walk = (row: string[]) => {
    const last = row[row.length - 1] ?? '';
    if (last === end) {
      rows.push(row);
      return;
    }
    if (row.length > maxLength) return;
    for (const next of neighbours.get(last) ?? []) if (!row.includes(next)) walk([...row, next]);
  };
  if (start !== end) walk([start]);

  return rows
    .sort((a, b) => a.length - b.length || compareIdLists(a, b))
    .map((companies) => ({ companies, steps: describeSteps(companies, hops) }));
}

interface Thread {
  from: string;
  to: string;
  flow: Flow;
  deal?: string;
  ownership?: string;
}

function findHops(facts: Facts, question: PathsQuestion): Hop[] {
  const groups = groupsOf(facts, question);
  const { kinds } = question;
  const links = payLinks(facts, question).filter(
    ({ deal }) => kinds === undefined || kinds.includes(deal.kind),
  );
  const threads: Thread[] = [
    ...links
      .filter(({ deal }) => deal.isSupply)
      .map((link) => ({
        from: link.payeeGroup,
        to: link.payerGroup,
        flow: 'GOODS' as const,
        deal: link.deal.id,
      })),
    ...links.map((link) => ({
      from: link.payerGroup,
      to: link.payeeGroup,
      flow: 'MONEY' as const,
      deal: link.deal.id,
    })),
    ...facts.ownerships
      .filter((ownership) => isHeld(ownership, question.on))
      .map(({ id, owner, owned }) => ({
        from: groupOf(groups, owner),
        to: groupOf(groups, owned),
        flow: 'CONTROL' as const,
        ownership: id,
      }))
      .filter(({ from, to }) => from !== to),
  ];

  const flows = question.flows ?? FLOWS;
  const hops = new Map<string, Hop>();
  for (const { from, to, flow, deal, ownership } of threads) {
    if (!flows.includes(flow)) continue;
    const key = `${flow} ${from} ${to}`;
    const hop = hops.get(key) ?? { from, to, flow, deals: [], ownerships: [] };
    if (deal !== undefined) hop.deals = sortedUnique([...hop.deals, deal]);
    if (ownership !== undefined) hop.ownerships = sortedUnique([...hop.ownerships, ownership]);
    hops.set(key, hop);
  }
  return [...hops.values()];
}

function describeSteps(companies: string[], hops: Hop[]): Hop[][] {
  return companies.slice(1).map((right, at) => {
    const left = companies[at] ?? '';
    return hops
      .filter(({ from, to }) => (from === left && to === right) || (from === right && to === left))
      .sort((a, b) => FLOWS.indexOf(a.flow) - FLOWS.indexOf(b.flow) || compareIds(a.from, b.from));
  });
}
