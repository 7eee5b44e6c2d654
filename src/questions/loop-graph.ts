/** The legs as a graph of whole numbers, cut down to what can lie on a loop. */
import { predecessorsOf, type Successors } from './find-cycles.js';
import type { Legs } from './legs.js';

export interface LoopGraph {
  /** The groups that can lie on a loop, in order of their ids: a group's place is its vertex. */
  readonly groups: readonly string[];
  readonly successors: Successors;
}

/**
 * Takes away, until none is left, the vertices that nothing leads to or that lead nowhere: no cycle runs through them. The
 * counting of A. B. Kahn, "Topological Sorting of Large Networks", Communications of the ACM 5 (1962), from both ends:
 * each edge is looked at no more than once from each of its ends, so it takes a time linear in the graph.
 */
function livingVertices(successors: Successors): number[] {
  const predecessors = predecessorsOf(successors);
  const outgoing = Uint32Array.from(successors, ({ length }) => length);
  const incoming = Uint32Array.from(predecessors, ({ length }) => length);
  const isDead = new Uint8Array(successors.length);
  const dying = [...successors.keys()].filter((vertex) => outgoing[vertex] === 0 || incoming[vertex] === 0);
  const loseOne = (vertex: number, counts: Uint32Array): void => {
    const left = (counts[vertex] ?? 0) - 1;
    counts[vertex] = left;
    if (left === 0) dying.push(vertex);
  };
  for (let vertex = dying.pop(); vertex !== undefined; vertex = dying.pop()) {
    if (isDead[vertex] === 1) continue;
    isDead[vertex] = 1;
    for (const next of successors[vertex] ?? []) loseOne(next, incoming);
    for (const before of predecessors[vertex] ?? []) loseOne(before, outgoing);
  }
  return [...successors.keys()].filter((vertex) => isDead[vertex] === 0);
}

export function toLoopGraph(legs: Legs): LoopGraph {
  const payees = legs.payees();
  const living = livingVertices(payees)
    .map((number) => ({ number, group: legs.groups[number] ?? '' }))
    .sort((one, other) => (one.group < other.group ? -1 : 1));
  const vertexOf = new Map(living.map(({ number }, vertex) => [number, vertex]));
  return {
    groups: living.map(({ group }) => group),
    successors: living.map(({ number }) =>
      (payees[number] ?? []).flatMap((payee) => vertexOf.get(payee) ?? []).sort((one, other) => one - other),
    ),
  };
}
