/**
 * Lists the simple cycles of a directed graph up to a length, each once. As in D. B. Johnson, "Finding all the
 * elementary circuits of a directed graph", SIAM Journal on Computing 4 (1975), each root in turn gives the cycles
 * through it and is then taken out. His blocking of dead ends is not exact where the length is bounded; instead a
 * walk only enters a vertex from which the root is near enough to close the cycle in time.
 */
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** Vertices are whole numbers from 0; of each, the ones that it points to. No vertex points to itself. */
export type Successors = readonly (readonly number[])[];

export interface CycleLimits {
  readonly maxLength: number;
  readonly maxCycles: number;
  /** How many edges may be looked at in all. */
  readonly maxSteps: number;
}

export interface FoundCycles {
  /** Each starts at its root, in the order of the roots. */
  readonly cycles: readonly (readonly number[])[];
  /** False where a limit ended the search. */
  readonly isComplete: boolean;
}

/** Of each vertex, those that point to it. */
export function predecessorsOf(successors: Successors): number[][] {
  const predecessors: number[][] = successors.map(() => []);
  for (const [from, targets] of successors.entries()) for (const to of targets) predecessors[to]?.push(from);
  return predecessors;
}

/** The steps that a search has taken, handing on the turn every few thousand. */
function countSteps(maxSteps: number, signal: AbortSignal | undefined) {
  let taken = 0;
  return {
    isOver: (): boolean => taken > maxSteps,
    /** Undefined for most steps, so that they need not be waited for. */
    take(): Promise<void> | undefined {
      taken += 1;
      return taken % STEPS_PER_TURN === 0 ? yieldToOthers(signal) : undefined;
    },
  };
}

type Steps = ReturnType<typeof countSteps>;

/** How many edges lead from each vertex back to the root; only those within reach, without the removed. */
async function distancesTo(
  root: number,
  predecessors: Successors,
  removed: Uint8Array,
  reach: number,
  steps: Steps,
): Promise<Map<number, number>> {
  const distances = new Map([[root, 0]]);
  let frontier = [root];
  for (let distance = 1; distance <= reach && frontier.length > 0; distance += 1) {
    const next: number[] = [];
    for (const vertex of frontier) {
      for (const before of predecessors[vertex] ?? []) {
        const turn = steps.take();
        if (turn !== undefined) await turn;
        if (removed[before] === 1 || distances.has(before)) continue;
        distances.set(before, distance);
        next.push(before);
      }
    }
    frontier = next;
  }
  return distances;
}

export async function findCycles(
  successors: Successors,
  roots: readonly number[],
  { maxLength, maxCycles, maxSteps }: CycleLimits,
  signal?: AbortSignal,
): Promise<FoundCycles> {
  const predecessors = predecessorsOf(successors);
  const removed = new Uint8Array(successors.length);
  const steps = countSteps(maxSteps, signal);
  const cycles: number[][] = [];

  for (const root of roots) {
    const distances = await distancesTo(root, predecessors, removed, maxLength - 1, steps);
    const path = [root];
    // Of each vertex on the path, how many of its successors have been tried.
    const tried = [0];
    while (path.length > 0) {
      const turn = steps.take();
      if (turn !== undefined) await turn;
      if (steps.isOver()) return { cycles, isComplete: false };
      const depth = path.length - 1;
      const at = tried[depth] ?? 0;
      const next = successors[path[depth] ?? root]?.[at];
      tried[depth] = at + 1;
      if (next === undefined) {
        path.pop();
        tried.pop();
      } else if (next === root) {
        if (cycles.length === maxCycles) return { cycles, isComplete: false };
        cycles.push([...path]);
      } else {
        const back = distances.get(next);
        if (back === undefined || path.length + back > maxLength || path.includes(next)) continue;
        path.push(next);
        tried.push(0);
      }
    }
    removed[root] = 1;
  }
  return { cycles, isComplete: true };
}
