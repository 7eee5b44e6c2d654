/** What the resolvers of one request share. */
import type { Actor } from '../model/actor.js';
import type { Graph } from '../questions/ask.js';
import { createRecordReads, type ReadRecords } from '../records/record-reads.js';
import { pinSnapshot } from '../snapshot/pinned-snapshot.js';
import type { SnapshotSource, Snapshots } from '../snapshot/snapshots.js';
import { createLoaders, type Loaders } from './loaders.js';

/** A graph as it is opened. */
export interface OpenGraph extends Graph {
  readonly snapshots: Snapshots;
}

/** What all requests share. */
export interface SharedGraph extends OpenGraph {
  readonly readRecords: ReadRecords;
}

/** Called once for all requests: what they read at the same time is read together. */
export const shareGraph = (graph: OpenGraph): SharedGraph => ({
  ...graph,
  readRecords: createRecordReads(graph.store),
});

/** Who asks, and of what. */
export interface Asker {
  readonly graph: SharedGraph;
  /** Undefined without a token. */
  readonly actor: Actor | undefined;
  /** Aborted at the request's deadline, or when the client has gone. */
  readonly signal: AbortSignal;
}

/** A list that was cut short, and how many deals were looked at. */
export interface Truncation {
  readonly field: string;
  readonly explored: number;
}

export interface RequestContext extends Omit<Asker, 'graph'> {
  /** In one state for all who ask a question of it. */
  readonly graph: Graph;
  readonly loaders: Loaders;
  /** The bare lists of this request that were cut short. */
  readonly truncations: Truncation[];
}

function contextOf(
  { graph, actor, signal }: Asker,
  snapshots: SnapshotSource,
  onForget: () => void,
): RequestContext {
  const loaders = createLoaders(graph, signal, onForget);
  return { graph: { store: graph.store, snapshots }, actor, truncations: [], loaders, signal };
}

/** For what may write: after a write all is read anew. */
export function createContext(asker: Asker): RequestContext {
  const snapshots = pinSnapshot(asker.graph.snapshots);
  return contextOf(asker, snapshots, () => snapshots.release());
}

/** For what only reads, by the one snapshot of this source. */
export const createQueryContext = (asker: Asker, snapshots: SnapshotSource): RequestContext =>
  contextOf(asker, snapshots, () => undefined);
