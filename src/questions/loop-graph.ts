/** The legs as a graph of whole numbers, cut down to what can lie on a loop. */
import type { Successors } from './find-cycles.js';
import type { Legs } from './legs.js';

export interface LoopGraph {
  /** The groups in order of their ids: a group's place is its vertex. */
  readonly groups: readonly string[];
  readonly successors: Successors;
}

/** Takes away, until none is left, the vertices that nothing leads to or that lead nowhere: no cycle runs through them. */
function trim(successors: readonly number[][]): number[][] {
  const predecessors: number[][] = successors.map(() => []);
  for (const [from, targets] of successors.entries()) for (const to of targets) predecessors[to]?.push(from);
  const [outgoing, incoming] = [successors, predecessors].map((ends) => ends.map(({ length }) => length));
  if (outgoing === undefined || incoming === undefined) return [];

  const isDead = successors.map(() => false);
  const dead = [...successors.keys()].filter((vertex) => outgoing[vertex] === 0 || incoming[vertex] === 0);
  const bury = (vertex: number, counts: number[]): void => {
    const left = (counts[vertex] ?? 0) - 1;
    counts[vertex] = left;
    if (left === 0) dead.push(vertex);
  };
  for (let vertex = dead.pop(); vertex !== undefined; vertex = dead.pop()) {
    if (isDead[vertex] === true) continue;
    isDead[vertex] = true;
    for (const next of successors[vertex] ?? []) bury(next, incoming);
    for (const before of predecessors[vertex] ?? []) bury(before, outgoing);
  }
  return successors.map((targets, vertex) =>
    isDead[vertex] === true ? [] : targets.filter((target) => isDead[target] === false),
  );
}

export function toLoopGraph(legs: Legs): LoopGraph {
  const groups = legs.groups();
  const vertexOf = new Map(groups.map((group, vertex) => [group, vertex]));
  const successors = groups.map((group) =>
    legs
      .payeesOf(group)
      .flatMap((payee) => vertexOf.get(payee) ?? [])
      .sort((one, other) => one - other),
  );
  return { groups, successors: trim(successors) };
}
