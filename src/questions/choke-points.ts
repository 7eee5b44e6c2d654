/** Where a company's supply is narrow: per category, who supplies how much of it, and who can't be replaced or avoided. */
import type { WorkOptions } from '../store/graph-store.js';
import { ask, type Graph, type Inquiry } from './ask.js';
import { type ScopeInput, scopeOf } from './scope.js';
import { checkTiers, MAX_EXPLORED } from './tier-limits.js';
import { findDominators, unavoidableFor } from './unavoidable.js';
import { openUpstream, type Upstream } from './upstream.js';
import { walkUpstream } from './walk-upstream.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

export interface ChokePointsQuestion extends Omit<ScopeInput, 'kinds'> {
  /** The company that the question is about. */
  readonly of: string;
  /** How far upstream to look: 1 to 8; 4 unless given. */
  readonly tiers?: number;
}

export interface CategorySupplier {
  readonly group: string;
  /** The customer groups that it supplies, over the sum of those of all suppliers: from 0 to 1. */
  readonly share: number;
  /** The customer groups that have no other supplier in the category, be it near or far; by id. */
  readonly soleSupplierOf: readonly string[];
}

export interface CategoryConcentration {
  /** The kind of the deals, or for components and facilities their own category. */
  readonly category: string;
  /**
   * The Herfindahl-Hirschman index of the shares, up to 10,000 for one supplier. By the 2023 merger guidelines of the
   * US Department of Justice and Federal Trade Commission (guideline 1) a market above 1,800 is highly concentrated.
   */
  readonly hhi: number;
  /** The largest share first, then by id. The company's own group can be among them. */
  readonly suppliers: readonly CategorySupplier[];
  /**
   * The groups on every path of goods from these suppliers to the company among the groups within `tiers`, its own group
   * left out; by id. Groups farther away may offer a way round.
   */
  readonly unavoidable: readonly string[];
}

export interface ChokePoints {
  readonly of: string;
  /** In order of their names. */
  readonly categories: readonly CategoryConcentration[];
  /** How many deals were looked at. */
  readonly explored: number;
  /** Whether there was more to look at. Shares are of what was read then, and nothing is called unavoidable. */
  readonly truncated: boolean;
}

interface Customer {
  readonly group: string;
  readonly isSole: boolean;
}
/** By category, then by supplier: the customers of it, in order of their ids. */
type Links = Map<string, Map<string, Customer[]>>;

/** How many suppliers a customer has in each category. */
function countSuppliers(upstream: Upstream, customer: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const categories of upstream.suppliersOf(customer).values()) {
    for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return counts;
}

/** The links between two of the groups that are near. */
async function linksBetween(upstream: Upstream, near: ReadonlySet<string>): Promise<Links> {
  const links: Links = new Map();
  let steps = 0;
  for (const group of [...near].sort()) {
    const counts = countSuppliers(upstream, group);
    for (const [supplier, categories] of upstream.suppliersOf(group)) {
      steps += 1;
      if (steps % STEPS_PER_TURN === 0) await yieldToOthers(upstream.signal);
      if (!near.has(supplier)) continue;
      for (const category of categories) {
        const ofCategory = links.get(category) ?? new Map<string, Customer[]>();
        const customers = ofCategory.get(supplier) ?? [];
        customers.push({ group, isSole: counts.get(category) === 1 && upstream.isRead(group) });
        links.set(category, ofCategory.set(supplier, customers));
      }
    }
  }
  return links;
}

/** The suppliers of each group that are near themselves: no way round through others is seen. */
const suppliersAmong = (upstream: Upstream, near: ReadonlySet<string>): Map<string, string[]> =>
  new Map(
    [...near].map((group) => [
      group,
      [...upstream.suppliersOf(group).keys()].filter((supplier) => near.has(supplier)),
    ]),
  );

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

const bySize = (one: CategorySupplier, other: CategorySupplier): number =>
  other.share - one.share || (one.group < other.group ? -1 : 1);

function concentrationOf(customersOf: ReadonlyMap<string, readonly Customer[]>) {
  const weights = [...customersOf.values()].map((customers) => customers.length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const suppliers = [...customersOf].map(([group, customers]) => ({
    group,
    share: customers.length / total,
    soleSupplierOf: customers.filter(({ isSole }) => isSole).map((customer) => customer.group),
  }));
  return { hhi: (squares / (total * total)) * 10_000, suppliers: suppliers.sort(bySize) };
}

/** `limit` is how many deals may be looked at. */
export async function findChokePoints(
  inquiry: Inquiry,
  of: string,
  tiers: number,
  limit = MAX_EXPLORED,
): Promise<ChokePoints> {
  const target = inquiry.groups.groupOf(of);
  const upstream = openUpstream(inquiry, limit);
  const near = new Set((await walkUpstream(upstream, [target], tiers)).keys());
  // The last tier's suppliers are too far to be listed, but tell who is not the only one.
  await upstream.read(near);
  // What was not read may be a way round anything.
  const dominators = upstream.truncated
    ? undefined
    : await findDominators(target, suppliersAmong(upstream, near), inquiry.signal);
  const links = await linksBetween(upstream, near);
  const categories: CategoryConcentration[] = [];
  for (const [category, customersOf] of [...links].sort(byName)) {
    await yieldToOthers(inquiry.signal);
    categories.push({
      category,
      ...concentrationOf(customersOf),
      unavoidable: dominators === undefined ? [] : unavoidableFor(target, customersOf.keys(), dominators),
    });
  }
  return { of, categories, explored: upstream.explored, truncated: upstream.truncated };
}

/** Rejects with NOT_FOUND for an unknown company and with VALIDATION_FAILED for tiers out of range. */
export async function chokePoints(
  graph: Graph,
  question: ChokePointsQuestion,
  options?: WorkOptions,
): Promise<ChokePoints> {
  const tiers = checkTiers(question.tiers);
  const find = (inquiry: Inquiry) => findChokePoints(inquiry, question.of, tiers);
  return ask(graph, [question.of], scopeOf(question), find, options);
}
