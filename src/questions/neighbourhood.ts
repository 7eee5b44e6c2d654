/** What is around a company, for drawing: the groups nearby and all that goes between any two of them. */
import type { WorkOptions } from '../store/graph-store.js';
import { ask, type Graph, type Inquiry } from './ask.js';
import { checkRange } from './check-arguments.js';
import { byCompany } from './compare-ids.js';
import { type ConnectionScope, checkFlows, connectionScopeOf, openConnections } from './connections.js';
import { findNeighbours } from './find-neighbours.js';
import { linkNeighbours } from './link-neighbours.js';
import type { Hop } from './ties.js';

const DEFAULT_DEPTH = 1;
export const MAX_DEPTH = 3;
export const MAX_NODES = 300;
export const MAX_EDGES = 2_000;
/** How many flow edges may be read to find the nodes, and how many in all. */
const [READ_FOR_NODES, READ_IN_ALL] = [6_000, 12_000];

export interface NeighbourhoodQuestion extends ConnectionScope {
  /** The company in the middle. */
  readonly of: string;
  /** How many steps to go, over flows either way: 1 to 3; 1 unless given. */
  readonly depth?: number;
}

export interface Neighbour {
  /** The company that stands for the group. */
  readonly company: string;
  /** How many steps it is from the middle, which is at 0. */
  readonly distance: number;
}

export interface Neighbourhood {
  readonly of: string;
  /** The nearest first, then by id; at most 300. Of the groups at one distance, those with most ties are kept. */
  readonly nodes: readonly Neighbour[];
  /** By `from`, `to` and flow; at most 2,000, of which those nearest the middle are kept. */
  readonly edges: readonly Hop[];
  /** How many deals and stakes were looked at. */
  readonly explored: number;
  /** Whether there may be more nodes or edges than these. */
  readonly truncated: boolean;
}

const byDistance = (one: Neighbour, other: Neighbour): number =>
  one.distance - other.distance || byCompany(one, other);

/**
 * The subgraph that the groups within `depth` steps induce. Reads at most 12,000 flow edges, half of them to find the groups.
 * Rejects with NOT_FOUND for an unknown company and with VALIDATION_FAILED for arguments out of range.
 */
export async function neighbourhood(
  graph: Graph,
  question: NeighbourhoodQuestion,
  options?: WorkOptions,
): Promise<Neighbourhood> {
  const { of } = question;
  const depth = checkRange('depth', question.depth ?? DEFAULT_DEPTH, 1, MAX_DEPTH);
  const flows = checkFlows(question.flows);

  const draw = async (inquiry: Inquiry): Promise<Neighbourhood> => {
    const connections = openConnections(inquiry, flows);
    const middle = inquiry.groups.groupOf(of);
    const found = await findNeighbours(connections, middle, {
      depth,
      nodes: MAX_NODES,
      edges: READ_FOR_NODES,
    });
    const links = await linkNeighbours(connections, found.distances, {
      hops: MAX_EDGES,
      edges: READ_IN_ALL,
    });
    return {
      of,
      nodes: [...found.distances].map(([company, distance]) => ({ company, distance })).sort(byDistance),
      edges: links.hops,
      explored: connections.explored,
      truncated: found.truncated || links.truncated,
    };
  };
  return ask(graph, [of], connectionScopeOf(question), draw, options);
}
