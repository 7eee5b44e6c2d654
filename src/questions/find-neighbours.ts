/** Finds the groups around one, nearest first, breadth first over flows either way. */
import { type Connections, cheapestFor } from './connections.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

export interface NeighbourBounds {
  /** How many steps to go. */
  readonly depth: number;
  /** The most groups to find, the one in the middle with them. */
  readonly nodes: number;
  /** How many flow edges may be read. */
  readonly edges: number;
}

export interface FoundNeighbours {
  /** How many steps each group is from the middle, which is at 0. */
  readonly distances: ReadonlyMap<string, number>;
  /** Whether there may be more of them. */
  readonly truncated: boolean;
}

/** By how many records each group that is not yet known is tied to those of the frontier. */
async function countNewTies(
  { ties, signal }: Connections,
  frontier: readonly string[],
  isKnown: (group: string) => boolean,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let steps = 0;
  for (const group of frontier) {
    for (const neighbour of ties.neighboursOf(group)) {
      steps += 1;
      if (steps % STEPS_PER_TURN === 0) await yieldToOthers(signal);
      if (isKnown(neighbour)) continue;
      counts.set(neighbour, (counts.get(neighbour) ?? 0) + ties.countBetween(group, neighbour));
    }
  }
  return counts;
}

/** Of the groups at one distance those with most ties to the distance before are kept, by id where alike. */
const mostTied = (counts: ReadonlyMap<string, number>, room: number): string[] =>
  [...counts]
    .sort(([one, ties], [other, otherTies]) => otherTies - ties || (one < other ? -1 : 1))
    .slice(0, room)
    .map(([group]) => group);

export async function findNeighbours(
  connections: Connections,
  middle: string,
  { depth, nodes, edges }: NeighbourBounds,
): Promise<FoundNeighbours> {
  const distances = new Map([[middle, 0]]);
  let frontier = [middle];
  let truncated = false;
  for (let distance = 1; distance <= depth && frontier.length > 0; distance += 1) {
    const left = edges - connections.cost;
    // The one in the middle is worth all that may be read; of others those with few ties.
    const read = distance === 1 ? frontier : cheapestFor(left, connections.costsOf(frontier));
    await connections.read(read, left);
    const counts = await countNewTies(connections, frontier, (group) => distances.has(group));
    const room = nodes - distances.size;
    truncated ||= counts.size > room || !frontier.every(connections.isRead);
    frontier = mostTied(counts, room);
    for (const group of frontier) distances.set(group, distance);
  }
  return { distances, truncated };
}
