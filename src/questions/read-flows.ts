/** Goes through the flow edges of companies that count, up to a limit, so that no turn of the event loop takes long. */
import type { Flow } from '../model/kind.js';
import type { FlowEdge, Snapshot } from '../snapshot/snapshot.js';
import type { Inquiry } from './ask.js';
import { countsIn } from './scope.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** Which way a flow goes, seen from a company. */
export type Way = 'OUT' | 'IN';

export const edgesOf = (snapshot: Snapshot, company: string, flow: Flow, way: Way): readonly FlowEdge[] =>
  way === 'OUT' ? snapshot.edgesFrom(company, flow) : snapshot.edgesTo(company, flow);

export interface FlowRequest {
  readonly companies: Iterable<string>;
  /** The edges of a company, in order of their relationships. */
  edgesOf(company: string): readonly FlowEdge[];
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
  { scope, signal }: Inquiry,
  { companies, edgesOf: edgesOfCompany, limit }: FlowRequest,
  take: (edge: FlowEdge, company: string) => void,
): Promise<Reading> {
  const counts = countsIn(scope);
  const inOrder = [...new Set(companies)].sort();
  let [explored, steps] = [0, 0];
  for (const [at, company] of inOrder.entries()) {
    for (const edge of edgesOfCompany(company)) {
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
