/** Our API over a store, as `serve` runs it, without the limits that keep strangers at bay. */
import type { GraphQLSchema } from 'graphql';
import { readConfig } from '../../src/config.js';
import { createServer } from '../../src/http/server.js';
import { createLog } from '../../src/log.js';
import { createSnapshots } from '../../src/snapshot/snapshots.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { clientOf, type GraphQLClient } from './graphql-client.js';

const config = readConfig({ RATE_LIMIT: '0', MAX_EVENT_LOOP_DELAY_MS: '0', REQUEST_TIMEOUT_MS: '600000' });

export async function openOurApi(store: GraphStore, schema: GraphQLSchema): Promise<GraphQLClient> {
  const server = await createServer({
    graph: { store, snapshots: createSnapshots(store) },
    schema,
    authenticate: async () => undefined,
    config,
    log: createLog('silent'),
  });
  return clientOf(server, () => server.close());
}
