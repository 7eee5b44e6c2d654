/** Money that goes round: who pays whom until it comes back to where it began. */
import { dealCodes } from '../model/registry.js';
import type { WorkOptions } from '../store/graph-store.js';
import { ask, type Graph, type Inquiry } from './ask.js';
import { checkRange } from './check-arguments.js';
import { describeLoops, type MoneyLoop } from './describe-loops.js';
import { findCycles } from './find-cycles.js';
import { toLoopGraph } from './loop-graph.js';
import { type ReadLegs, readLegsAround, readLegsEverywhere } from './read-legs.js';
import { type ScopeInput, scopeOf } from './scope.js';
import { yieldToOthers } from './yield-to-others.js';

export const DEFAULT_LOOP_LENGTH = 4;
export const MAX_LOOP_LENGTH = 6;
/** At most this many loops are answered with, those that say most; more are counted as truncated. */
export const MAX_LOOPS = 200;
/** So many are compared for that. */
const MAX_COMPARED = 5_000;
const MAX_STEPS = 500_000;

export interface MoneyLoopsQuestion extends Omit<ScopeInput, 'kinds'> {
  /** Only loops through the group of this company; left out: all loops. */
  readonly through?: string;
  /** How many groups a loop has at most: from 2 to 6, 4 unless given. */
  readonly maxLength?: number;
}

export interface MoneyLoops {
  /** Fewest unknown legs first, then the largest least known leg, then the shortest, then by ids. */
  readonly loops: readonly MoneyLoop[];
  /** How many deals loops were looked for among. */
  readonly explored: number;
  /** Whether there was more to look at, or there are more loops, than may be. */
  readonly truncated: boolean;
}

/** Writes a cycle from its smallest id on. */
function fromSmallest(cycle: readonly string[]): string[] {
  const start = cycle.reduce((smallest, id, at) => (id < (cycle[smallest] ?? id) ? at : smallest), 0);
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}

async function loopsAmong(
  { snapshot, signal }: Inquiry,
  { legs, truncated }: ReadLegs,
  through: string | undefined,
  maxLength: number,
): Promise<MoneyLoops> {
  // Cutting the legs down to what can lie on a loop takes a turn of its own.
  await yieldToOthers(signal);
  const { groups, successors } = toLoopGraph(legs);
  const roots = [...groups.keys()].filter((vertex) => through === undefined || groups[vertex] === through);
  const limits = { maxLength, maxCycles: MAX_COMPARED, maxSteps: MAX_STEPS };
  const found = await findCycles(successors, roots, limits, signal);
  const cycles = found.cycles.map((cycle) => fromSmallest(cycle.map((vertex) => groups[vertex] ?? '')));
  const loops = await describeLoops(cycles, legs, snapshot.exchange, MAX_LOOPS, signal);
  return {
    loops,
    explored: legs.size,
    truncated: truncated || !found.isComplete || cycles.length > loops.length,
  };
}

/**
 * The simple directed cycles of groups over the payments in force on a day, each once. All legs of a loop hold on that
 * day, so there always is a period in which they hold together. Looks at no more than 20,000 deals. Where there are more
 * payments than that, all loops are those around the latest investments and acquisitions; to find these takes a look at
 * every payment, once for each state of the graph, which does not count as explored. Rejects with NOT_FOUND for an
 * unknown company.
 */
export async function moneyLoops(
  graph: Graph,
  { through, ...question }: MoneyLoopsQuestion = {},
  options?: WorkOptions,
): Promise<MoneyLoops> {
  const maxLength = checkRange('maxLength', question.maxLength ?? DEFAULT_LOOP_LENGTH, 2, MAX_LOOP_LENGTH);
  const scope = scopeOf({ ...question, kinds: dealCodes });
  const find = async (inquiry: Inquiry): Promise<MoneyLoops> => {
    const group = through === undefined ? undefined : inquiry.groups.groupOf(through);
    const read =
      group === undefined
        ? await readLegsEverywhere(inquiry, maxLength)
        : await readLegsAround(inquiry, group, maxLength);
    return loopsAmong(inquiry, read, group, maxLength);
  };
  return ask(graph, through === undefined ? [] : [through], scope, find, options);
}
