/** A key for the server that holds the graph, made by whoever owns the folder of the graph: no key is needed for that. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { generateApiKey, type NewKey } from '../auth/api-key.js';
import type { KeyRequest } from '../auth/stored-keys.js';
import { leaveKey } from '../auth/waiting-keys.js';
import type { HeldGraphError } from '../engines/embedded/held-graph.js';
import { withClient } from './administer.js';
import { createRemoteClient } from './remote-client.js';

/** Rejects with `held` where its owner serves nothing, and where the server does not take the key, which then is none. */
export async function handOverKey(
  held: HeldGraphError,
  request: Pick<KeyRequest, 'name' | 'role'>,
): Promise<NewKey> {
  const url = held.owner?.url;
  if (url === undefined) throw held;
  const key = generateApiKey();
  const file = await leaveKey(dirname(held.path), key, request);
  try {
    await withClient(createRemoteClient(url, key.text), (client) => client.request('{ __typename }', {}));
    return key;
  } catch (cause) {
    throw new Error(
      `${url} did not take the key. Run this as the user who runs the server: only that user's files in ${dirname(held.path)} make keys.`,
      { cause },
    );
  } finally {
    await rm(file, { force: true });
  }
}
