/** What the resolvers of one request share. */
import type { Actor } from '../model/actor.js';
import type { Graph } from '../questions/ask.js';
import { pinSnapshot } from '../snapshot/pinned-snapshot.js';
import { createLoaders, type Loaders } from './loaders.js';

/** A list that was cut short, and how many deals were looked at. */
export interface Truncation {
  readonly field: string;
  readonly explored: number;
}

export interface RequestContext {
  readonly graph: Graph;
  readonly loaders: Loaders;
  /** Who asks; undefined without a token. */
  readonly actor: Actor | undefined;
  /** The bare lists of this request that were cut short. */
  readonly truncations: Truncation[];
  /** Aborted at the request's deadline, or when the client has gone. */
  readonly signal: AbortSignal;
}

export function createContext(graph: Graph, actor: Actor | undefined, signal: AbortSignal): RequestContext {
  const snapshots = pinSnapshot(graph.snapshots);
  const loaders = createLoaders(graph.store, signal, () => snapshots.release());
  return { graph: { ...graph, snapshots }, actor, truncations: [], loaders, signal };
}
