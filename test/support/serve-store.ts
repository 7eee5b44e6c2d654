/** The HTTP door over a store that a test has made itself, behind a real socket. */
import type { AddressInfo } from 'node:net';
import { configureAuthenticator } from '../../src/auth/configured-authenticator.js';
import { readConfig } from '../../src/config.js';
import { createSchema } from '../../src/graphql/schema.js';
import { createServer } from '../../src/http/server.js';
import { createChangeWatch } from '../../src/live/change-watch.js';
import { createLog, type Logger } from '../../src/log.js';
import { createSnapshots } from '../../src/snapshot/snapshots.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { createAnswerThreads } from '../../src/threads/answer-threads.js';
import type { RunningServer } from './start-server.js';

/** Stopping it finishes the requests under way and then closes the store, as the product does. */
export async function serveStore(
  store: GraphStore,
  environment: Record<string, string> = {},
  log: Logger = createLog('silent'),
): Promise<RunningServer> {
  const config = readConfig({ RATE_LIMIT: '0', MAX_EVENT_LOOP_DELAY_MS: '0', ...environment });
  const snapshots = createSnapshots(store);
  const threads = createAnswerThreads(config, { store, snapshots, log });
  const server = await createServer({
    graph: { store, snapshots },
    feed: { store, watch: createChangeWatch(store) },
    schema: createSchema(),
    authenticate: await configureAuthenticator(config, store),
    config,
    log,
    answerAside: threads.answer,
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    store,
    async stop() {
      await server.close();
      await threads.stop();
      await store.close();
    },
  };
}
