/** Finds what goes between any two of some groups: the edges of the subgraph that they induce. */
import { allFlows } from '../model/kind.js';
import { compareIds } from './compare-ids.js';
import { type Connections, cheapestFor } from './connections.js';
import type { Hop } from './ties.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

export interface LinkBounds {
  /** The most hops to give. */
  readonly hops: number;
  /** How many flow edges may be read. */
  readonly edges: number;
}

export interface FoundLinks {
  /** By `from`, `to` and flow. */
  readonly hops: readonly Hop[];
  /** Whether there may be more of them. */
  readonly truncated: boolean;
}

type Distances = ReadonlyMap<string, number>;

async function hopsAmong({ ties, signal }: Connections, distances: Distances): Promise<Hop[]> {
  const hops: Hop[] = [];
  let steps = 0;
  for (const group of distances.keys()) {
    for (const neighbour of ties.neighboursOf(group)) {
      steps += 1;
      if (steps % STEPS_PER_TURN === 0) await yieldToOthers(signal);
      // Each pair once.
      if (group < neighbour && distances.has(neighbour)) hops.push(...ties.hopsBetween(group, neighbour));
    }
  }
  return hops;
}

const inOrder = (one: Hop, other: Hop): number =>
  compareIds(one.from, other.from) ||
  compareIds(one.to, other.to) ||
  allFlows.indexOf(one.flow) - allFlows.indexOf(other.flow);

/** The nearest to the middle, so that nothing is cut off from it; then those that most records cast. */
function worthiest(hops: readonly Hop[], distances: Distances, most: number): Hop[] {
  if (hops.length <= most) return [...hops];
  const distanceOf = ({ from, to }: Hop): number => (distances.get(from) ?? 0) + (distances.get(to) ?? 0);
  const sizeOf = ({ deals, ownerships }: Hop): number => deals.length + ownerships.length;
  return [...hops]
    .sort(
      (one, other) =>
        distanceOf(one) - distanceOf(other) || sizeOf(other) - sizeOf(one) || inOrder(one, other),
    )
    .slice(0, most);
}

/** `distances` has each group's distance from the middle. */
export async function linkNeighbours(
  connections: Connections,
  distances: Distances,
  { hops: most, edges }: LinkBounds,
): Promise<FoundLinks> {
  const outer = [...distances.keys()].filter((group) => !connections.isRead(group));
  const left = edges - connections.cost;
  // A tie is known from either end, so one group may stay unread: the costliest, often a hub with more ties than the rest.
  const affordable = cheapestFor(left, connections.costsOf(outer)).slice(0, outer.length - 1);
  await connections.read(affordable, left, (group) => distances.has(group));
  const unread = outer.filter((group) => !connections.isRead(group));
  const hops = await hopsAmong(connections, distances);
  return {
    hops: worthiest(hops, distances, most).sort(inOrder),
    truncated: unread.length > 1 || hops.length > most,
  };
}
