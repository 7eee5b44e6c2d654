/**
 * Reads the flow edges of several tiers at once, for whoever goes tier by tier: one way to the engine instead of one
 * for each tier. It knows nothing of groups, so what groups bring in besides has still to be read.
 */
import type { Inquiry } from './ask.js';
import { flowCountsIn, scopeParameters } from './scope.js';
import { upTo } from './up-to.js';

/** Further tiers are read one by one. */
const MOST_TIERS = 5;
/** The most edges to read at once: as many as come across without holding others up. */
const MOST_EDGES = 5_000;

/** All flow edges of one company; the same place of the lists is about the same edge. */
export interface KnownEdges {
  readonly others: readonly string[];
  readonly records: readonly string[];
  /** Empty where no property was asked for. */
  readonly details: readonly string[];
}

/** By company; those whose edges were not read, or not all of them, are missing. */
export type EdgesAhead = ReadonlyMap<string, KnownEdges>;

const noEdges: KnownEdges = { others: [], records: [], details: [] };

export interface AheadRequest {
  /** From the company to the other one, such as `<-[flow:SUPPLIES]-`. */
  readonly pattern: string;
  /** The property to read beside the ids. */
  readonly detail?: 'category';
  /** Where the first tier starts. */
  readonly companies: readonly string[];
  readonly tiers: number;
}

const stepTo = (tier: number, pattern: string, counts: string): string => `
  MATCH (company${tier - 1})${pattern.replace('flow', `flow${tier}`)}(company${tier}:Company)
  WHERE ${counts.replaceAll('flow.', `flow${tier}.`)}`;

// Each tier is found anew from the first one on: handed on as lists, the tiers before would be copied for every row.
const tierAhead = (tier: number, { pattern, detail }: AheadRequest, counts: string): string => `
CALL () {
  UNWIND $companies AS id
  MATCH (company0:Company {id: id})
  ${upTo(tier - 1)
    .map(
      (one) => `${stepTo(one, pattern, counts)}
  WITH company${one} LIMIT $limit
  WITH DISTINCT company${one}`,
    )
    .join('')}
  ${stepTo(tier, pattern, counts)}
  WITH company${tier - 1} AS near, company${tier} AS far, flow${tier} AS flow
  LIMIT $limit
  WITH near, collect(far.id) AS others, collect(flow.dealId) AS records,
    ${detail === undefined ? '[]' : `collect(flow.${detail})`} AS details
  WITH collect(near.id) AS companies, collect(others) AS others, collect(records) AS records,
    collect(details) AS details, sum(size(records)) AS edges
  RETURN {companies: companies, others: others, records: records, details: details} AS tier${tier},
    coalesce(edges, 0) AS edges${tier}
}`;

/** Null where it and those before have more edges than may come. */
const tierWhereFew = (tier: number): string =>
  `CASE WHEN ${upTo(tier)
    .map((one) => `edges${one}`)
    .join(' + ')} <= $most THEN tier${tier} END`;

const statementFor = (request: AheadRequest, tiers: number, counts: string): string => `
${upTo(tiers)
  .map((tier) => tierAhead(tier, request, counts))
  .join('')}
RETURN [${upTo(tiers).map(tierWhereFew).join(', ')}] AS tiers`;

/** The same place of the lists is about the same company; those without edges are left out. */
interface Tier {
  readonly companies: readonly string[];
  readonly others: readonly (readonly string[])[];
  readonly records: readonly (readonly string[])[];
  readonly details: readonly (readonly string[])[];
}

export async function readAhead({ reader, scope }: Inquiry, request: AheadRequest): Promise<EdgesAhead> {
  const statement = statementFor(
    request,
    Math.min(request.tiers, MOST_TIERS),
    flowCountsIn(scope, 'SUPPLIES'),
  );
  const [row] = await reader.run<{ tiers: readonly (Tier | null)[] }>(statement, {
    ...scopeParameters(scope),
    companies: request.companies,
    most: MOST_EDGES,
    limit: MOST_EDGES + 1,
  });
  const known = new Map<string, KnownEdges>();
  let reached: ReadonlySet<string> = new Set(request.companies);
  for (const tier of row?.tiers ?? []) {
    if (tier === null) break;
    for (const company of reached) if (!known.has(company)) known.set(company, noEdges);
    const next = new Set<string>();
    for (const [at, company] of tier.companies.entries()) {
      const others = tier.others[at] ?? [];
      known.set(company, { others, records: tier.records[at] ?? [], details: tier.details[at] ?? [] });
      for (const other of others) next.add(other);
    }
    reached = next;
  }
  return known;
}
