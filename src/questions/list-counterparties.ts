/** The direct suppliers or customers of companies, in pages: one company's neighbours over SUPPLIES, each with its deals. */
import type { AnyRecord } from '../model/kind.js';
import { byId } from '../records/listing.js';
import { pageOf } from '../records/page.js';
import { fromProperties, type ReadProperties, recordProperties } from '../records/stored-record.js';
import type { Reader } from '../store/graph-store.js';
import { flowCountsIn, type Scope, scopeParameters } from './scope.js';
import { type Direction, supplyPatterns } from './supply-patterns.js';
import { upTo } from './up-to.js';

export interface Counterparty {
  readonly company: AnyRecord;
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

/** From a company called `parent` to another one called `other`. */
export const patterns: Readonly<Record<Direction, string>> = {
  UPSTREAM: `(parent)${supplyPatterns.UPSTREAM}(other:Company)`,
  DOWNSTREAM: `(parent)${supplyPatterns.DOWNSTREAM}(other:Company)`,
};

const nextLevel = (level: number, direction: Direction, scope: Scope): string => `
CALL (others${level - 1}) {
  UNWIND others${level - 1} AS parent
  CALL (parent) {
    MATCH ${patterns[direction]}
    WHERE other.id > $after AND ${flowCountsIn(scope, 'SUPPLIES')}
    WITH other, collect(flow.dealId) AS deals
    ORDER BY other.id
    LIMIT $limit
    RETURN other AS other, deals AS deals
  }
  RETURN collect(parent.id) AS parents${level}, collect(other.id) AS companies${level}, collect(deals) AS deals${level},
    collect(DISTINCT other) AS others${level}
}`;

// All levels at once, in one row of lists, each company once a level: to cross from the engine costs more than to find.
const pages = (levels: number, direction: Direction, scope: Scope): string => `
UNWIND $parents AS id
MATCH (parent:Company {id: id})
WITH collect(parent) AS others0
${upTo(levels)
  .map((level) => nextLevel(level, direction, scope))
  .join('')}
RETURN [${upTo(levels)
  .map((level) => `{parents: parents${level}, companies: companies${level}, deals: deals${level}}`)
  .join(', ')}] AS levels,
  [other IN ${upTo(levels, 0)
    .map((level) => `others${level}`)
    .join(' + ')} | ${recordProperties('other')}] AS companies`;

/** The same place of the lists is about the same counterparty of a parent. */
interface Level {
  readonly parents: readonly string[];
  readonly companies: readonly string[];
  readonly deals: readonly (readonly string[])[];
}

interface Row {
  readonly levels: readonly Level[];
  readonly companies: readonly ReadProperties[];
}

/** Rejects with VALIDATION_FAILED a page that can't be. */
export function counterpartyRequest(
  first: number | undefined,
  after: string | undefined,
): CounterpartyRequest {
  const page = pageOf({ first, after }, byId);
  return { first: page.size, after: page.after?.id ?? '' };
}

const byCompany = (one: Counterparty, other: Counterparty): number =>
  one.company.id < other.company.id ? -1 : 1;

function addLevel(
  found: ReadonlyMap<string, Map<string, Counterparty>>,
  { parents, companies, deals }: Level,
  records: ReadonlyMap<string, AnyRecord>,
): void {
  for (const [at, parent] of parents.entries()) {
    const company = records.get(companies[at] ?? '');
    if (company === undefined) continue;
    found.get(parent)?.set(company.id, { company, deals: [...(deals[at] ?? [])].sort() });
  }
}

export interface CounterpartyPages {
  /** By the id of the company whose counterparties they are: of each parent, and of all on the levels before the last. */
  readonly pages: ReadonlyMap<string, CounterpartyPage>;
  /** All companies that were read, those of the parents that exist among them. */
  readonly companies: readonly AnyRecord[];
}

/** Pages for the parents, and with more than one level also for those on the pages. */
export async function listCounterparties(
  reader: Reader,
  direction: Direction,
  scope: Scope,
  parents: readonly string[],
  { first, after }: CounterpartyRequest,
  levels = 1,
): Promise<CounterpartyPages> {
  const [row] = await reader.run<Row>(pages(levels, direction, scope), {
    ...scopeParameters(scope),
    parents,
    after,
    limit: first + 1,
  });
  const records = new Map((row?.companies ?? []).map(fromProperties).map((record) => [record.id, record]));
  const all = row?.levels ?? [];
  // Those that have no counterparties are told by their empty pages.
  const asked = [...parents, ...all.slice(0, -1).flatMap(({ companies }) => companies)];
  const found = new Map(asked.map((parent) => [parent, new Map<string, Counterparty>()]));
  for (const level of all) addLevel(found, level, records);
  return {
    companies: [...records.values()],
    pages: new Map(
      [...found].map(([parent, counterparties]) => [
        parent,
        {
          counterparties: [...counterparties.values()].sort(byCompany).slice(0, first),
          hasNextPage: counterparties.size > first,
        },
      ]),
    ),
  };
}
