/** Reads flow edges of companies page by page, so that no statement and no turn of the event loop takes long. */
import type { Inquiry } from './ask.js';
import type { EdgesAhead } from './read-ahead.js';
import { scopeParameters } from './scope.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

const MOST_COMPANIES_AT_ONCE = 500;
/** Until it is known how many edges companies like these have. */
const FIRST_COMPANIES = 250;
const EDGES_AT_ONCE = 6_000;

export interface FlowRequest {
  /** A `flowStatement`. */
  readonly statement: string;
  readonly companies: Iterable<string>;
  /** The most edges to read. */
  readonly limit: number;
  /** The most edges of one page; as many as come across quickly unless given. */
  readonly edgesAtOnce?: number;
  /** What has been read before of the flow that the statement reads. */
  readonly ahead?: EdgesAhead;
}

/** A flow edge as seen from one of the companies asked about. */
export interface SeenEdge {
  readonly company: string;
  /** The company at the other end. */
  readonly other: string;
  /** The id of the deal, or of another record, that casts the flow. */
  readonly record: string;
  /** What the statement was made to give of it. */
  readonly detail: string;
}

export interface Reading {
  /** How many flow edges were read. */
  readonly explored: number;
  /** The companies of which some edges were not read, because there were more than the limit. */
  readonly unread: readonly string[];
}

/** The same place of each list is about the same edge: lists cross from the engine several times faster than rows. */
interface Page {
  readonly companies: readonly string[];
  readonly others: readonly string[];
  readonly records: readonly string[];
  readonly details: readonly string[];
}

const emptyPage: Page = { companies: [], others: [], records: [], details: [] };

const details = {
  /** A flow of one type is told apart by its record. */
  none: "''",
  category: 'flow.category',
  /** The flow, then `>` where it goes out from the company and `<` where it comes in, then the kind. */
  way: "type(flow) + CASE WHEN startNode(flow) = near THEN '>' ELSE '<' END + flow.kind",
} as const;

/** The statement for `readFlows`; the pattern goes from the company to the other one, `counts` says which flows count. */
export const flowStatement = (pattern: string, counts: string, detail: keyof typeof details): string => `
UNWIND $companies AS id
MATCH (near:Company {id: id})${pattern}(far:Company)
WHERE (id <> $resumed OR flow.dealId > $after OR (flow.dealId = $after AND ${details[detail]} > $afterDetail))
  AND ${counts}
WITH id AS company, far.id AS other, flow.dealId AS record, ${details[detail]} AS detail
ORDER BY company, record, detail
LIMIT $limit
RETURN collect(company) AS companies, collect(other) AS others, collect(record) AS records, collect(detail) AS details`;

async function takeEdges(page: Page, size: number, take: (edge: SeenEdge) => void): Promise<void> {
  for (let at = 0; at < size; at += 1) {
    // The first turn of a large page went to getting it from the engine.
    if (at % STEPS_PER_TURN === 0 && size > STEPS_PER_TURN) await yieldToOthers();
    const [company, other, record] = [page.companies[at], page.others[at], page.records[at]];
    if (company === undefined || other === undefined || record === undefined) continue;
    take({ company, other, record, detail: page.details[at] ?? '' });
  }
}

/** As many companies as have a page of edges, if they have as many as the last ones: an engine finds all before it gives some. */
const companiesFor = (edgesAtOnce: number, edges: number, companies: number): number =>
  Math.max(1, Math.min(MOST_COMPANIES_AT_ONCE, Math.ceil((edgesAtOnce * companies) / Math.max(1, edges))));

/** Pages go on from the last edge seen (keyset), for an offset would read all that it skips. */
async function readPages(
  { reader, scope }: Inquiry,
  { statement, companies, limit, edgesAtOnce = EDGES_AT_ONCE }: FlowRequest,
  take: (edge: SeenEdge) => void,
): Promise<Reading> {
  const waiting = [...new Set(companies)].sort();
  let explored = 0;
  let position = 0;
  let companiesAtOnce = FIRST_COMPANIES;
  let after: Pick<SeenEdge, 'record' | 'detail'> = { record: '', detail: '' };

  while (position < waiting.length) {
    const batch = waiting.slice(position, position + companiesAtOnce);
    const most = Math.min(edgesAtOnce, limit - explored);
    const [page = emptyPage] = await reader.run<Page>(statement, {
      ...scopeParameters(scope),
      companies: batch,
      resumed: batch[0] ?? '',
      after: after.record,
      afterDetail: after.detail,
      // One more than is taken tells whether there is more, and where.
      limit: most + 1,
    });
    const size = Math.min(page.companies.length, most);
    await takeEdges(page, size, take);
    explored += size;

    const next = page.companies[size];
    const begin = position;
    position = next === undefined ? begin + batch.length : waiting.indexOf(next);
    companiesAtOnce = companiesFor(edgesAtOnce, size, Math.max(1, position - begin));
    const isResumed = next !== undefined && next === page.companies[size - 1];
    after = isResumed
      ? { record: page.records[size - 1] ?? '', detail: page.details[size - 1] ?? '' }
      : { record: '', detail: '' };
    if (next !== undefined && explored === limit) return { explored, unread: waiting.slice(position) };
  }
  return { explored, unread: [] };
}

async function takeKnown(
  companies: readonly string[],
  ahead: EdgesAhead,
  take: (edge: SeenEdge) => void,
): Promise<void> {
  let taken = 0;
  for (const company of companies) {
    const { others = [], records = [], details = [] } = ahead.get(company) ?? {};
    for (const [at, other] of others.entries()) {
      taken += 1;
      if (taken % STEPS_PER_TURN === 0) await yieldToOthers();
      take({ company, other, record: records[at] ?? '', detail: details[at] ?? '' });
    }
  }
}

/** Takes what is known, and reads the rest. Undefined where that is more than the limit: nothing is taken then. */
async function readRest(
  inquiry: Inquiry,
  request: FlowRequest,
  ahead: EdgesAhead,
  take: (edge: SeenEdge) => void,
): Promise<Reading | undefined> {
  const companies = [...new Set(request.companies)];
  const known = companies.filter((company) => ahead.has(company));
  if (known.length === 0) return readPages(inquiry, request, take);
  const explored = known.reduce((sum, company) => sum + (ahead.get(company)?.records.length ?? 0), 0);
  const unknown = companies.filter((company) => !ahead.has(company));
  if (explored > request.limit) return undefined;
  const edges: SeenEdge[] = [];
  const rest = { ...request, companies: unknown, limit: request.limit - explored };
  const reading = await readPages(inquiry, rest, (edge) => edges.push(edge));
  if (reading.unread.length > 0) return undefined;
  await takeKnown(known, ahead, take);
  for (const edge of edges) take(edge);
  return { explored: explored + reading.explored, unread: [] };
}

/** Gives the edges to `take`; of more than the limit only the first, in order of company and record. */
export async function readFlows(
  inquiry: Inquiry,
  request: FlowRequest,
  take: (edge: SeenEdge) => void,
): Promise<Reading> {
  const { ahead } = request;
  const reading = ahead === undefined ? undefined : await readRest(inquiry, request, ahead, take);
  return reading ?? readPages(inquiry, request, take);
}
