/** How two companies are connected over goods, money and control, whichever way each of them goes. */
import type { WorkOptions } from '../store/graph-store.js';
import { ask, type Graph, type Inquiry } from './ask.js';
import { checkRange } from './check-arguments.js';
import { type ConnectionScope, checkFlows, connectionScopeOf, openConnections } from './connections.js';
import { searchPaths } from './search-paths.js';
import type { Hop } from './ties.js';

const DEFAULT_LENGTH = 4;
export const MAX_LENGTH = 6;
const DEFAULT_LIMIT = 10;
export const MAX_PATHS = 100;

export interface PathsQuestion extends ConnectionScope {
  readonly from: string;
  readonly to: string;
  /** The most steps that a path may have: 1 to 6; 4 unless given. */
  readonly maxLength?: number;
  /** The most paths to give: 1 to 100; 10 unless given. */
  readonly limit?: number;
}

/** A row of groups, none twice, each tied to the next. */
export interface Path {
  /** The groups, from the one asked about first to the other. */
  readonly companies: readonly string[];
  /** All that goes between each of them and the next, either way: by step, then by flow, then by where it goes from. */
  readonly hops: readonly Hop[];
}

export interface Paths {
  /** The shortest first, then by the ids along them. None between companies of one group. */
  readonly paths: readonly Path[];
  /** How many deals and stakes were looked at. */
  readonly explored: number;
  /** Whether there may be more paths than these, be it for `limit` or because there was more to look at. */
  readonly truncated: boolean;
}

/**
 * Reads at most 10,000 flow edges.
 * Rejects with NOT_FOUND for an unknown company and with VALIDATION_FAILED for arguments out of range.
 * `kinds` chooses among deals; it leaves control as it is.
 */
export async function paths(graph: Graph, question: PathsQuestion, options?: WorkOptions): Promise<Paths> {
  const { from, to, maxLength = DEFAULT_LENGTH, limit = DEFAULT_LIMIT } = question;
  checkRange('maxLength', maxLength, 1, MAX_LENGTH);
  checkRange('limit', limit, 1, MAX_PATHS);
  const flows = checkFlows(question.flows);

  const find = async (inquiry: Inquiry): Promise<Paths> => {
    const [start, end] = [inquiry.groups.groupOf(from), inquiry.groups.groupOf(to)];
    if (start === end) return { paths: [], explored: 0, truncated: false };
    const connections = openConnections(inquiry, flows);
    const bounds = { from: start, to: end, maxLength, limit };
    const found = await searchPaths(connections, bounds, options?.signal);
    const { ties, explored } = connections;
    const described = found.paths.map((companies) => ({
      companies,
      hops: companies.slice(1).flatMap((next, at) => ties.hopsBetween(companies[at] ?? next, next)),
    }));
    return { paths: described, explored, truncated: found.truncated };
  };
  return ask(graph, [from, to], connectionScopeOf(question), find, options);
}
