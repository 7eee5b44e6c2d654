/** Asks the graph that this process opens: as an administrator, for who can open it may do all. */
import { AppError } from '../errors.js';
import { runQuery } from '../graphql/run-query.js';
import type { Actor } from '../model/actor.js';
import { createOwnershipCache } from '../questions/ownership-cache.js';
import type { GraphStore } from '../store/graph-store.js';
import { type GraphClient, toAnswer } from './graph-client.js';
import { productSchema } from './schema.js';

const actor: Actor = { name: 'command line', role: 'ADMIN' };

/** The store's fault for a file that another process holds, with the way around it. */
function withHint(error: unknown): unknown {
  if (!(error instanceof AppError) || !error.message.includes('in use by another process')) return error;
  const message = `${error.message} If that is a server, ask it: --server URL, such as --server http://127.0.0.1:4000.`;
  return new AppError(error.code, message, { cause: error });
}

export async function openLocalClient(open: () => Promise<GraphStore>): Promise<GraphClient> {
  const store = await open().catch((error: unknown) => {
    throw withHint(error);
  });
  const graph = { store, ownership: createOwnershipCache() };
  const ended = new AbortController();
  return {
    request: async (query, variables) =>
      toAnswer(
        await runQuery({ schema: productSchema(), graph, actor, signal: ended.signal }, query, variables),
      ),
    close: () => store.close(),
  };
}
