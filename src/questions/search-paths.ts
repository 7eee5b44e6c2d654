/**
 * Finds the shortest paths between two groups by bidirectional breadth-first search (Pohl, "Bi-directional Search",
 * 1971): tier by tier from whichever end is cheaper to go on from. Once both ends have grown by n tiers together, every
 * tie of every path of n steps is known, so each length is listed as soon as it can be, and no more is read than needed.
 */
import { type Connections, cheapestFor } from './connections.js';
import { listPaths } from './list-paths.js';
import { yieldToOthers } from './yield-to-others.js';

export interface PathBounds {
  readonly from: string;
  readonly to: string;
  /** The most steps that a path may have. */
  readonly maxLength: number;
  /** The most paths. */
  readonly limit: number;
}

export interface FoundPaths {
  /** The groups along each path; the shortest first, then by their ids. */
  readonly paths: readonly (readonly string[])[];
  /** Whether there may be more of them. */
  readonly truncated: boolean;
}

/** How many flow edges may be read. */
const READ_IN_ALL = 10_000;
/** Dead ends are rare; a list of one length that meets too many of them is ended after this many turns. */
const MAX_TURNS = 100;

/** What one end of the search has reached. */
interface Side {
  readonly seen: Set<string>;
  /** The groups to go on from. The other end is not among them: a path ends there. */
  frontier: readonly string[];
  /** How many flow edges there are to read of each, as far as that has been asked. */
  costs: ReadonlyMap<string, number> | undefined;
}

const startSide = (start: string, end: string): Side => ({
  seen: new Set([start, end]),
  frontier: [start],
  costs: undefined,
});

const costOf = ({ costs }: Side): number => [...(costs?.values() ?? [])].reduce((sum, cost) => sum + cost, 0);

function advance(side: Side, { ties }: Connections): void {
  const found = new Set(side.frontier.flatMap((group) => [...ties.neighboursOf(group)]));
  side.frontier = [...found].filter((group) => !side.seen.has(group));
  side.costs = undefined;
  for (const group of side.frontier) side.seen.add(group);
}

/** Grows the cheaper side by one tier. False where even that is too much: then it has read what it could of both. */
async function grow(connections: Connections, sides: readonly [Side, Side], limit: number): Promise<boolean> {
  for (const side of sides) side.costs ??= connections.costsOf(side.frontier);
  const [one, other] = sides;
  const cheaper = costOf(other) < costOf(one) ? other : one;
  const left = limit - connections.cost;
  if (costOf(cheaper) <= left) {
    await connections.read(cheaper.frontier, left);
    advance(cheaper, connections);
    return true;
  }
  const costs = new Map(sides.flatMap((side) => [...(side.costs ?? [])]));
  await connections.read(cheapestFor(left, costs), left);
  return false;
}

/** False where there are more paths than wanted, or too many dead ends to tell. */
async function addPaths(
  paths: (readonly string[])[],
  listed: Iterable<readonly string[] | undefined>,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  let turns = 0;
  for (const path of listed) {
    if (path !== undefined) {
      if (paths.length === limit) return false;
      paths.push(path);
      continue;
    }
    turns += 1;
    if (turns > MAX_TURNS) return false;
    await yieldToOthers(signal);
  }
  return true;
}

/** `maxExplored` is how many flow edges may be read. */
export async function searchPaths(
  connections: Connections,
  { from, to, maxLength, limit }: PathBounds,
  signal?: AbortSignal,
  maxExplored = READ_IN_ALL,
): Promise<FoundPaths> {
  const sides = [startSide(from, to), startSide(to, from)] as const;
  const paths: (readonly string[])[] = [];
  let isWhole = true;
  for (let length = 1; length <= maxLength; length += 1) {
    const canGrow = sides.every(({ frontier }) => frontier.length > 0);
    if (isWhole && canGrow) isWhole = await grow(connections, sides, maxExplored);
    const listed = listPaths(connections.ties.neighboursOf, from, to, length);
    const isListed = await addPaths(paths, listed, limit, signal);
    if (!isListed) return { paths, truncated: true };
  }
  return { paths, truncated: !isWhole };
}
