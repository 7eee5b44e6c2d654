/** What ties groups to each other: an undirected graph in memory whose links still know which way everything flows. */
import { allFlows, type Flow } from '../model/kind.js';
import { dealCodes } from '../model/registry.js';
import type { FlowCover } from './flow-cover.js';

/** One flow in its true direction from a group to another, with all that casts it. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  readonly flow: Flow;
  /** By their ids; none for control. */
  readonly deals: readonly string[];
  /** Stakes of whatever size, by their ids; none for goods and money. */
  readonly ownerships: readonly string[];
}

/** A flow edge between two different groups. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly flow: Flow;
  /** The id of the record that casts it, and the code of its kind. */
  readonly record: string;
  readonly kind: string;
}

export interface Ties {
  /** Adding one again changes nothing. */
  add(tie: Tie): void;
  /** In no order. */
  neighboursOf(group: string): Iterable<string>;
  /** How many records tie the two. */
  countBetween(one: string, other: string): number;
  /** What goes between the two, either way; by flow, then by where it goes from. */
  hopsBetween(one: string, other: string): Hop[];
}

const compareHops = (one: Hop, other: Hop): number =>
  allFlows.indexOf(one.flow) - allFlows.indexOf(other.flow) || (one.from < other.from ? -1 : 1);

interface GrowingHop extends Hop {
  readonly deals: string[];
  readonly ownerships: string[];
}

/** One hop for each flow and direction. A record ties two groups once, so none comes twice. */
function hopsOf(ties: Iterable<Tie>, cover: FlowCover): Hop[] {
  const hops: GrowingHop[] = [];
  for (const { from, to, flow: seen, record, kind } of ties) {
    for (const { flow, isTurned } of cover.toldBy(seen, kind)) {
      const [source, target] = isTurned ? [to, from] : [from, to];
      let hop = hops.find((known) => known.flow === flow && known.from === source);
      if (hop === undefined) {
        hop = { from: source, to: target, flow, deals: [], ownerships: [] };
        hops.push(hop);
      }
      (dealCodes.includes(kind) ? hop.deals : hop.ownerships).push(record);
    }
  }
  for (const { deals, ownerships } of hops) {
    deals.sort();
    ownerships.sort();
  }
  return hops.sort(compareHops);
}

export function createTies(cover: FlowCover): Ties {
  // Between two groups by record, which is read over one flow only; both ends share the innermost map.
  const known = new Map<string, Map<string, Map<string, Tie>>>();

  function neighboursOf(group: string): Map<string, Map<string, Tie>> {
    let neighbours = known.get(group);
    if (neighbours === undefined) {
      neighbours = new Map();
      known.set(group, neighbours);
    }
    return neighbours;
  }
  const between = (one: string, other: string): Map<string, Tie> | undefined => known.get(one)?.get(other);

  return {
    add(tie) {
      const known = between(tie.from, tie.to);
      if (known !== undefined) {
        known.set(tie.record, tie);
        return;
      }
      const shared = new Map([[tie.record, tie]]);
      neighboursOf(tie.from).set(tie.to, shared);
      neighboursOf(tie.to).set(tie.from, shared);
    },
    neighboursOf: (group) => known.get(group)?.keys() ?? [],
    countBetween: (one, other) => between(one, other)?.size ?? 0,
    hopsBetween: (one, other) => hopsOf(between(one, other)?.values() ?? [], cover),
  };
}
