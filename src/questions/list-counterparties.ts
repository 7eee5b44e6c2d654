/** The direct suppliers or customers of companies, in pages: one company's neighbours over SUPPLIES, each with its deals. */
import { byId } from '../records/listing.js';
import { pageOf } from '../records/page.js';
import type { Reader } from '../store/graph-store.js';
import { type Basis, flowCounts, type Scope, scopeParameters } from './scope.js';
import type { Direction } from './trace-tiers.js';

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

const patterns: Readonly<Record<Direction, string>> = {
  UPSTREAM: '(:Company {id: parent})<-[flow:SUPPLIES]-(other:Company)',
  DOWNSTREAM: '(:Company {id: parent})-[flow:SUPPLIES]->(other:Company)',
};

const page = (direction: Direction, basis: Basis): string => `
UNWIND $parents AS parent
CALL (parent) {
  MATCH ${patterns[direction]}
  WHERE other.id > $after AND ${flowCounts[basis]}
  WITH other.id AS company, flow.dealId AS deal
  ORDER BY company, deal
  WITH company, collect(deal) AS deals
  ORDER BY company
  LIMIT $limit
  RETURN company AS company, deals AS deals
}
RETURN parent AS parent, company AS company, deals AS deals
ORDER BY parent, company`;

const count = (direction: Direction, basis: Basis): string => `
UNWIND $parents AS parent
CALL (parent) {
  MATCH ${patterns[direction]}
  WHERE ${flowCounts[basis]}
  RETURN count(DISTINCT other) AS total
}
RETURN parent AS parent, total AS total
ORDER BY parent`;

/** Rejects with VALIDATION_FAILED a page that can't be. */
export function counterpartyRequest(
  first: number | undefined,
  after: string | undefined,
): CounterpartyRequest {
  const page = pageOf({ first, after }, byId);
  return { first: page.size, after: page.after?.id ?? '' };
}

/** A page for each parent, by its id. */
export async function listCounterparties(
  reader: Reader,
  direction: Direction,
  scope: Scope,
  parents: readonly string[],
  { first, after }: CounterpartyRequest,
): Promise<Map<string, CounterpartyPage>> {
  const rows = await reader.run<Counterparty & { parent: string }>(page(direction, scope.basis), {
    ...scopeParameters(scope),
    parents,
    after,
    limit: first + 1,
  });
  const byParent = new Map<string, Counterparty[]>(parents.map((parent) => [parent, []]));
  for (const { parent, company, deals } of rows) byParent.get(parent)?.push({ company, deals });
  return new Map(
    [...byParent].map(([parent, all]) => [
      parent,
      { counterparties: all.slice(0, first), hasNextPage: all.length > first },
    ]),
  );
}

/** How many counterparties each parent has, by its id. */
export async function countCounterparties(
  reader: Reader,
  direction: Direction,
  scope: Scope,
  parents: readonly string[],
): Promise<Map<string, number>> {
  const rows = await reader.run<{ parent: string; total: number }>(count(direction, scope.basis), {
    ...scopeParameters(scope),
    parents,
  });
  return new Map(rows.map(({ parent, total }) => [parent, total]));
}
