/** Asks the graph that this process opens: as an administrator, for who can open it may do all. */
import { shareGraph } from '../graphql/context.js';
import { runQuery } from '../graphql/run-query.js';
import type { Actor } from '../model/actor.js';
import { createSnapshots } from '../snapshot/snapshots.js';
import type { GraphStore } from '../store/graph-store.js';
import { type GraphClient, toAnswer } from './graph-client.js';
import { productSchema } from './schema.js';

const actor: Actor = { name: 'command line', role: 'ADMIN' };

/** Closing the client closes the store. */
export async function openLocalClient(open: () => Promise<GraphStore>): Promise<GraphClient> {
  const store = await open();
  const graph = shareGraph({ store, snapshots: createSnapshots(store) });
  const ended = new AbortController();
  return {
    request: async (query, variables) =>
      toAnswer(
        await runQuery({ schema: productSchema(), graph, actor, signal: ended.signal }, query, variables),
      ),
    close: () => store.close(),
  };
}
