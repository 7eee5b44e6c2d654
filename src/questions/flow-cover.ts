/**
 * Reads as few flows as tell all. A deal whose goods go one way and whose money goes the other casts two edges between
 * the same companies; whoever reads the money knows of the goods, from what the deal's kind says that it casts.
 */
import type { Flow, FlowCast, Kind } from '../model/kind.js';
import { kinds } from '../model/registry.js';

/** A flow that an edge tells of, and whether it goes the other way than the edge. */
export interface ToldFlow {
  readonly flow: Flow;
  readonly isTurned: boolean;
}

export interface FlowCover {
  /** The flows to read. */
  readonly read: readonly Flow[];
  /** What an edge of a flow that was read tells, given the code of its record's kind. */
  toldBy(flow: Flow, kind: string): readonly ToldFlow[];
}

const castOf = (kind: Kind, flow: Flow): FlowCast | undefined =>
  kind.casts.find((cast) => cast.flow === flow);

/** What one flow of a kind tells of another one: nothing where they go between other parties. */
function told(kind: Kind, read: Flow, flow: Flow): ToldFlow | undefined {
  const [seen, cast] = [castOf(kind, read), castOf(kind, flow)];
  if (seen === undefined || cast === undefined) return undefined;
  if (seen.from === cast.from && seen.to === cast.to) return { flow, isTurned: false };
  if (seen.from === cast.to && seen.to === cast.from) return { flow, isTurned: true };
  return undefined;
}

const castingKinds = (flow: Flow): Kind[] => kinds.filter((kind) => castOf(kind, flow) !== undefined);

/** The flows that most kinds cast are read first; those that they tell of need not be read. */
function findCover(flows: readonly Flow[]): FlowCover {
  const read: Flow[] = [];
  const byUse = [...flows].sort((one, other) => castingKinds(other).length - castingKinds(one).length);
  for (const flow of byUse) {
    const isTold = castingKinds(flow).every((kind) => read.some((seen) => told(kind, seen, flow)));
    if (!isTold) read.push(flow);
  }
  const tellingsOf = (seen: Flow): Map<string, ToldFlow[]> =>
    new Map(
      castingKinds(seen).map((kind) => [kind.code, flows.flatMap((flow) => told(kind, seen, flow) ?? [])]),
    );
  const tellings = new Map(read.map((seen) => [seen, tellingsOf(seen)]));
  return { read, toldBy: (flow, kind) => tellings.get(flow)?.get(kind) ?? [] };
}

/** By the flows that they tell of. A cover follows from the kinds alone, and to find it takes longer than to read some edges. */
const covers = new Map<string, FlowCover>();

/** No flow stands twice among them. */
export function coverFlows(flows: readonly Flow[]): FlowCover {
  const key = flows.join();
  const cover = covers.get(key) ?? findCover(flows);
  covers.set(key, cover);
  return cover;
}
