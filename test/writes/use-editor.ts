/** A served graph of its own for each test, and somebody who may write to it over HTTP. */
import { afterEach, beforeEach } from 'vitest';
import type { Role } from '../../src/model/actor.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import type { OpenStore } from '../store/use-store.js';
import { importText } from '../support/import-text.js';
import { makeKey } from '../support/make-key.js';
import { postQuery } from '../support/post-query.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

export interface Editor {
  readonly url: string;
  readonly store: GraphStore;
  readonly token: string;
  /** As changes name it. */
  readonly name: string;
  /** The data of an answer without errors. */
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
}

export async function makeEditor(
  server: RunningServer,
  role: Role = 'EDITOR',
  name = 'ada',
): Promise<Editor> {
  const key = await makeKey(server.store, role, name);
  return {
    url: server.url,
    store: server.store,
    token: key.text,
    name: `${name} (key ${key.id})`,
    async ask<Data>(query: string, variables?: Record<string, unknown>) {
      const { data, errors } = await postQuery(server.url, query, {
        token: key.text,
        ...(variables !== undefined && { variables }),
      });
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
      return data as Data;
    },
  };
}

/** Called once in a `describe`; the function that it gives is for its tests. */
export function useEditor(openStore: OpenStore, facts: string): () => Editor {
  let server: RunningServer | undefined;
  let editor: Editor | undefined;
  beforeEach(async () => {
    const store = await openStore();
    server = await serveStore(store, { RATE_LIMIT_WITH_TOKEN: '0' });
    await importText(store, facts);
    editor = await makeEditor(server);
  });
  afterEach(() => server?.stop());
  return () => {
    if (editor === undefined) throw new Error('there is an editor only while a test runs');
    return editor;
  };
}

/** What in the graph does not agree with its records; empty as long as all is well. */
export const faultsIn = ({ store }: Editor): Promise<string[]> => store.read(checkConsistency);
