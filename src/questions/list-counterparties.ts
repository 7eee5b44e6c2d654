/** The direct suppliers or customers of companies, in pages: one company's neighbours over SUPPLIES, each with its deals. */
import { byId } from '../records/listing.js';
import { pageOf } from '../records/page.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { byCompany } from './compare-ids.js';
import { type Direction, wayOfGoods } from './direction.js';
import { edgesAlong, otherEnd, readFlows } from './read-flows.js';
import type { Scope } from './scope.js';

export interface Counterparty {
  readonly company: string;
  /** In order of their ids. */
  readonly deals: readonly string[];
}

export interface CounterpartyPage {
  readonly counterparties: readonly Counterparty[];
  readonly hasNextPage: boolean;
}

/** Pages run forward only, by company id. */
export interface CounterpartyRequest {
  readonly first: number;
  /** The id of the company that the page comes after; empty for the first page. */
  readonly after: string;
}

/** Rejects with VALIDATION_FAILED a page that can't be. */
export function counterpartyRequest(
  first: number | undefined,
  after: string | undefined,
): CounterpartyRequest {
  const page = pageOf({ first, after }, byId);
  return { first: page.size, after: page.after?.id ?? '' };
}

/** Whose neighbours are asked for: those on one side of a company that count in a scope. */
export interface Neighbours {
  readonly direction: Direction;
  readonly scope: Scope;
  readonly signal: AbortSignal | undefined;
}

/** The deals with each neighbour of each of these companies. */
async function dealsByNeighbour(
  snapshot: Snapshot,
  neighbours: Neighbours,
  companies: Iterable<string>,
): Promise<Map<string, Map<string, string[]>>> {
  const way = wayOfGoods[neighbours.direction];
  const found = new Map([...companies].map((company) => [company, new Map<string, string[]>()]));
  const request = {
    companies: found.keys(),
    edgesOf: edgesAlong(snapshot, 'SUPPLIES', way),
    limit: Number.POSITIVE_INFINITY,
  };
  await readFlows(neighbours, request, (edge, company) => {
    const [neighbour, ofCompany] = [otherEnd(edge, way), found.get(company)];
    const deals = ofCompany?.get(neighbour);
    if (deals === undefined) ofCompany?.set(neighbour, [edge.relationship.id]);
    else deals.push(edge.relationship.id);
  });
  return found;
}

function pageAmong(
  neighbours: ReadonlyMap<string, readonly string[]>,
  { first, after }: CounterpartyRequest,
): CounterpartyPage {
  const later = [...neighbours]
    .filter(([company]) => company > after)
    .map(([company, deals]) => ({ company, deals }))
    .sort(byCompany);
  return { counterparties: later.slice(0, first), hasNextPage: later.length > first };
}

/**
 * A page for each of the companies, by its id; with more than one level also for those on the pages, and so on. Where the
 * same company stands on several levels it has one page.
 */
export async function listCounterparties(
  snapshot: Snapshot,
  neighbours: Neighbours,
  companies: readonly string[],
  request: CounterpartyRequest,
  levels = 1,
): Promise<Map<string, CounterpartyPage>> {
  const pages = new Map<string, CounterpartyPage>();
  let next: ReadonlySet<string> = new Set(companies);
  for (let level = 1; level <= levels && next.size > 0; level += 1) {
    const found = await dealsByNeighbour(snapshot, neighbours, next);
    const onPages = new Set<string>();
    for (const [company, deals] of found) {
      const page = pageAmong(deals, request);
      pages.set(company, page);
      for (const counterparty of page.counterparties) onPages.add(counterparty.company);
    }
    next = new Set([...onPages].filter((company) => !pages.has(company)));
  }
  return pages;
}

/** How many direct suppliers or customers each of the companies has, by its id. */
export async function countCounterparties(
  snapshot: Snapshot,
  neighbours: Neighbours,
  companies: readonly string[],
): Promise<Map<string, number>> {
  const found = await dealsByNeighbour(snapshot, neighbours, companies);
  return new Map([...found].map(([company, deals]) => [company, deals.size]));
}
