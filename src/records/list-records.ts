/** Lists records of a kind, filtered, ordered and in pages; or those that point to each of several others, all at once. */
import type { AnyRecord } from '../model/kind.js';
import type { Reader } from '../store/graph-store.js';
import { encodeCursor, type SortKey } from './cursor.js';
import { type Condition, conditionOf, type Filter } from './filter.js';
import type { Listing, SortOrder } from './listing.js';
import { type Page, type PageClauses, type PageInput, pageClauses, pageOf } from './page.js';
import { fromProperties, type ReadProperties, recordProperties } from './stored-record.js';

export interface ListRequest extends PageInput {
  readonly filter?: Filter | undefined;
  readonly order: SortOrder;
}

export interface RecordPage {
  readonly records: readonly { readonly record: AnyRecord; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** The records that point to another one by these relationships. */
export interface Relation {
  readonly relationships: readonly string[];
}

type Row = { readonly properties: ReadProperties };
type RelatedRow = Row & { readonly parent: string };

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;

const conditionsOf = ({ text }: Condition, clauses?: PageClauses): string[] =>
  [text, ...(clauses?.conditions ?? [])].filter((condition) => condition !== '');

const ordered = (name: string, condition: Condition, clauses: PageClauses): string => `
MATCH (record:${name})
${where(conditionsOf(condition, clauses))}
RETURN ${recordProperties('record')} AS properties
ORDER BY ${clauses.orderBy}
LIMIT $limit`;

const related = ({ relationships }: Relation, name: string): string =>
  `MATCH (:Entity {id: parent})<-[:${relationships.join('|')}]-(record:${name})`;

const orderedByParent = (
  relation: Relation,
  name: string,
  condition: Condition,
  clauses: PageClauses,
): string => `
UNWIND $parents AS parent
CALL (parent) {
  ${related(relation, name)}
  ${where(conditionsOf(condition, clauses))}
  WITH DISTINCT record
  ORDER BY ${clauses.orderBy}
  LIMIT $limit
  RETURN record AS record
}
RETURN parent AS parent, ${recordProperties('record')} AS properties
ORDER BY parent, ${clauses.orderBy}`;

const keyOf = ({ properties }: Row, { property }: SortOrder): SortKey =>
  property === undefined ? null : ((properties[property] as SortKey | undefined) ?? null);

function toPage(rows: readonly Row[], page: Page, order: SortOrder): RecordPage {
  const hasMore = rows.length > page.size;
  const kept = rows.slice(0, page.size);
  if (page.fromEnd) kept.reverse();
  return {
    records: kept.map((row) => {
      const record = fromProperties(row.properties);
      return { record, cursor: encodeCursor(order, { key: keyOf(row, order), id: record.id }) };
    }),
    hasNextPage: page.fromEnd ? page.before !== undefined : hasMore,
    hasPreviousPage: page.fromEnd ? hasMore : page.after !== undefined,
  };
}

interface Prepared {
  readonly page: Page;
  readonly clauses: PageClauses;
  readonly condition: Condition;
}

function prepare(listing: Listing, { filter, order, ...input }: ListRequest): Prepared {
  const page = pageOf(input, order);
  return { page, clauses: pageClauses(page, order), condition: conditionOf(listing, filter) };
}

/** Rejects a request that can't be answered before anything of it is read. */
export function checkListRequest(listing: Listing, request: ListRequest): void {
  prepare(listing, request);
}

export async function listRecords(
  reader: Reader,
  listing: Listing,
  request: ListRequest,
): Promise<RecordPage> {
  const { page, clauses, condition } = prepare(listing, request);
  const rows = await reader.run<Row>(ordered(listing.name, condition, clauses), {
    ...condition.parameters,
    ...clauses.parameters,
    limit: page.size + 1,
  });
  return toPage(rows, page, request.order);
}

/** A page for each parent, by its id. */
export async function listRelated(
  reader: Reader,
  listing: Listing,
  relation: Relation,
  parents: readonly string[],
  request: ListRequest,
): Promise<Map<string, RecordPage>> {
  const { page, clauses, condition } = prepare(listing, request);
  const rows = await reader.run<RelatedRow>(orderedByParent(relation, listing.name, condition, clauses), {
    ...condition.parameters,
    ...clauses.parameters,
    parents,
    limit: page.size + 1,
  });
  const byParent = new Map<string, RelatedRow[]>(parents.map((parent) => [parent, []]));
  for (const row of rows) byParent.get(row.parent)?.push(row);
  return new Map([...byParent].map(([parent, ofParent]) => [parent, toPage(ofParent, page, request.order)]));
}

const counted = (name: string, condition: Condition): string => `
MATCH (record:${name})
${where(conditionsOf(condition))}
RETURN count(record) AS total`;

const countedByParent = (relation: Relation, name: string, condition: Condition): string => `
UNWIND $parents AS parent
CALL (parent) {
  ${related(relation, name)}
  ${where(conditionsOf(condition))}
  RETURN count(DISTINCT record) AS total
}
RETURN parent AS parent, total AS total
ORDER BY parent`;

export async function countRecords(reader: Reader, listing: Listing, filter?: Filter): Promise<number> {
  const condition = conditionOf(listing, filter);
  const [row] = await reader.run<{ total: number }>(counted(listing.name, condition), condition.parameters);
  return row?.total ?? 0;
}

/** How many records point to each parent, by its id. */
export async function countRelated(
  reader: Reader,
  listing: Listing,
  relation: Relation,
  parents: readonly string[],
  filter?: Filter,
): Promise<Map<string, number>> {
  const condition = conditionOf(listing, filter);
  const rows = await reader.run<{ parent: string; total: number }>(
    countedByParent(relation, listing.name, condition),
    {
      ...condition.parameters,
      parents,
    },
  );
  return new Map(rows.map(({ parent, total }) => [parent, total]));
}
