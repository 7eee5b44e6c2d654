/** Finds whom to ask: a server where one is named, else the graph of the configuration. */
import { readClientKey, readConfig } from '../config.js';
import { openStore } from '../engines/open-store.js';
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
