/** Finds whom to ask: a server where one is named, else the graph of the configuration. */
import { type Config, readClientKey, readConfig } from '../config.js';
import { hasGraph } from '../engines/embedded/graph-files.js';
import { openStore } from '../engines/open-store.js';
import { AppError } from '../errors.js';
import type { GraphClient } from './graph-client.js';
import { openLocalClient } from './local-client.js';
import { createRemoteClient } from './remote-client.js';

export interface Target {
  /** The address of a server. */
  readonly server?: string | undefined;
  /** The key for it; AI_INFRA_GRAPH_KEY if left out. */
  readonly key?: string | undefined;
}

export type Connect = (target: Target) => Promise<GraphClient>;

export const connect: Connect = async ({ server, key = readClientKey() }) =>
  server === undefined ? openLocalClient(() => openStore(readConfig())) : createRemoteClient(server, key);

function assertGraph({ DATA_DIR, NEO4J_URI }: Config): void {
  if (NEO4J_URI !== undefined || hasGraph(DATA_DIR)) return;
  throw new AppError(
    'NOT_FOUND',
    `There is no graph in ${DATA_DIR} yet. Make one of the seed with "npm start", or of your own files with "import", or name a server with --server.`,
  );
}

/** For who only asks: rejects with NOT_FOUND where there is no graph yet, instead of making an empty one. */
export const connectToAsk: Connect = async (target) => {
  // Whoever asks a server needs no configuration of a graph.
  if (target.server === undefined) assertGraph(readConfig());
  return connect(target);
};
