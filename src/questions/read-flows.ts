/** Reads flow edges of companies page by page, so that no statement and no turn of the event loop takes long. */
import type { Inquiry } from './ask.js';
import { type Basis, flowCounts, scopeParameters } from './scope.js';

const COMPANIES_AT_ONCE = 200;
const ROWS_AT_ONCE = 5_000;

/** A flow edge as seen from one of the companies asked about. */
export interface FlowRow {
  readonly company: string;
  /** The company at the other end. */
  readonly other: string;
  /** The id of the deal, or of another record, that casts the flow. */
  readonly record: string;
}

export interface Reading {
  /** How many flow edges were read. */
  readonly explored: number;
  /** The companies of which some edges were not read, because there were more than the limit. */
  readonly unread: readonly string[];
}

/** The statement for `readFlows`; the pattern stands between the company and the other one, the columns are further ones. */
export const flowStatement = (pattern: string, basis: Basis, columns = ''): string => `
UNWIND $companies AS id
MATCH (near:Company {id: id})${pattern}(far:Company)
WHERE (id <> $resumed OR flow.dealId > $after)
  AND ${flowCounts[basis]}
RETURN id AS company, far.id AS other, flow.dealId AS record${columns}
ORDER BY company, record
LIMIT $limit`;

/**
 * Gives the rows of a `flowStatement` to `take`, page by page, in order of company and record. Of `limit` rows and more
 * it gives the first `limit`. Paged by the last row seen (keyset), for an offset would read all that it skips.
 */
export async function readFlows<Row extends FlowRow>(
  { reader, scope }: Inquiry,
  statement: string,
  companies: Iterable<string>,
  limit: number,
  take: (rows: readonly Row[]) => void,
): Promise<Reading> {
  const waiting = [...new Set(companies)].sort();
  let explored = 0;
  let position = 0;
  let after = '';

  while (position < waiting.length) {
    const batch = waiting.slice(position, position + COMPANIES_AT_ONCE);
    // One more than may be read tells that there is more.
    const rowLimit = Math.min(ROWS_AT_ONCE, limit - explored + 1);
    const rows = await reader.run<Row>(statement, {
      ...scopeParameters(scope),
      companies: batch,
      resumed: batch[0] ?? '',
      after,
      limit: rowLimit,
    });
    const excess = explored + rows.length > limit ? rows.pop() : undefined;
    explored += rows.length;
    take(rows);
    if (excess !== undefined) return { explored, unread: waiting.slice(waiting.indexOf(excess.company)) };

    const last = rows.at(-1);
    const isFull = last !== undefined && rows.length === rowLimit;
    position = isFull ? waiting.indexOf(last.company) : position + batch.length;
    after = isFull ? last.record : '';
  }
  return { explored, unread: [] };
}
