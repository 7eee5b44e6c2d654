/** What the resolvers of one request share. */
import type { Actor } from '../model/actor.js';
import type { Graph } from '../questions/ask.js';
import { createLoaders, type Loaders } from './loaders.js';

export interface RequestContext {
  readonly graph: Graph;
  readonly loaders: Loaders;
  /** Who asks; undefined without a token. */
  readonly actor: Actor | undefined;
  /** Aborted at the request's deadline, or when the client has gone. */
  readonly signal: AbortSignal;
}

export const createContext = (
  graph: Graph,
  actor: Actor | undefined,
  signal: AbortSignal,
): RequestContext => ({
  graph,
  actor,
  loaders: createLoaders(graph.store, signal),
  signal,
});
