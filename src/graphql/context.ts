/** What the resolvers of one request share. */
import type { Graph } from '../questions/ask.js';
import { createLoaders, type Loaders } from './loaders.js';

export interface RequestContext {
  readonly graph: Graph;
  readonly loaders: Loaders;
  /** Aborted at the request's deadline, or when the client has gone. */
  readonly signal: AbortSignal;
}

export const createContext = (graph: Graph, signal: AbortSignal): RequestContext => ({
  graph,
  loaders: createLoaders(graph.store, signal),
  signal,
});
