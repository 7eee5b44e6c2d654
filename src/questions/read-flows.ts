/** Goes through the flow edges of companies that count, up to a limit, so that no turn of the event loop takes long. */
import type { Flow } from '../model/kind.js';
import type { FlowEdge, Snapshot } from '../snapshot/snapshot.js';
import type { Inquiry } from './ask.js';
import { countsIn } from './scope.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** Which way a flow goes, seen from a company. */
export type Way = 'OUT' | 'IN';

/** The edges of a company, in order of their relationships. */
export type EdgesOf = (company: string) => readonly FlowEdge[];

export const edgesAlong = (snapshot: Snapshot, flow: Flow, way: Way): EdgesOf =>
  way === 'OUT'
    ? (company) => snapshot.edgesFrom(company, flow)
    : (company) => snapshot.edgesTo(company, flow);

/** The company to which an edge that goes this way leads, or from which it comes. */
export const otherEnd = ({ from, to }: FlowEdge, way: Way): string => (way === 'OUT' ? to : from);

export interface FlowRequest {
  readonly companies: Iterable<string>;
  readonly edgesOf: EdgesOf;
  /** The most edges to take. */
  readonly limit: number;
}

export interface Reading {
  /** How many flow edges were taken. */
  readonly explored: number;
  /** The companies of which some edges were not taken, because there were more than the limit. */
  readonly unread: readonly string[];
}

/** Gives the edges to `take`, with the company whose they are; of more than the limit only the first, in order of company and relationship. */
export async function readFlows(
  { scope, signal }: Pick<Inquiry, 'scope' | 'signal'>,
  { companies, edgesOf, limit }: FlowRequest,
  take: (edge: FlowEdge, company: string) => void,
): Promise<Reading> {
  const counts = countsIn(scope);
  const inOrder = [...new Set(companies)].sort();
  let [explored, steps] = [0, 0];
  for (const [at, company] of inOrder.entries()) {
    for (const edge of edgesOf(company)) {
      steps += 1;
      if (steps % STEPS_PER_TURN === 0) await yieldToOthers(signal);
      if (!counts(edge.relationship)) continue;
      if (explored === limit) return { explored, unread: inOrder.slice(at) };
      explored += 1;
      take(edge, company);
    }
  }
  return { explored, unread: [] };
}
