/** One running product for all tests of a file, which only read. Called once at the top of the file. */
import { afterAll, beforeAll } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.js';
import type { OpenStore } from '../store/use-store.js';
import { importText } from './import-text.js';
import { serveStore } from './serve-store.js';
import { type RunningServer, startServer } from './start-server.js';

export interface SharedServer {
  readonly url: string;
  readonly store: GraphStore;
}

function share(start: () => Promise<RunningServer>): SharedServer {
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await start();
  }, 60_000);
  afterAll(() => server?.stop());
  const running = (): RunningServer => {
    if (server === undefined) throw new Error('the server runs only while tests do');
    return server;
  };
  return {
    get url() {
      return running().url;
    },
    get store() {
      return running().store;
    },
  };
}

/** It serves the checked-in seed; `environment` is what its host would set. */
export const shareSeededServer = (environment: Record<string, string> = {}): SharedServer =>
  share(() => startServer(environment));

/** It serves these facts, in the format of the seed, and nothing else. */
export const shareServerWith = (facts: string): SharedServer =>
  share(async () => {
    const server = await startServer({ SEED: 'never' });
    await importText(server.store, facts);
    return server;
  });

/** The same over a graph of any engine, for a contract: called once at the top of a `describe`. */
export const shareServerOver = (openStore: OpenStore, facts: string): SharedServer =>
  share(async () => {
    const server = await serveStore(await openStore(), { RATE_LIMIT_WITH_TOKEN: '0' });
    await importText(server.store, facts);
    return server;
  });
