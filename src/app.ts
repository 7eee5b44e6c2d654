/** The composition root: configuration, store, schema and server, started in this order and stopped in the other. */
import type { AddressInfo } from 'node:net';
import { configureAuthenticator } from './auth/configured-authenticator.js';
import { provideEditorKey } from './auth/first-key.js';
import { collectGarbage } from './collect-garbage.js';
import type { Config } from './config.js';
import { noteOwner } from './engines/embedded/owner.js';
import { openStore } from './engines/open-store.js';
import { seedIfEmpty } from './facts/seed.js';
import { createSchema } from './graphql/schema.js';
import { createServer } from './http/server.js';
import { createChangeWatch } from './live/change-watch.js';
import type { Feed } from './live/follow-changes.js';
import { startWebhooks } from './live/webhooks.js';
import type { Logger } from './log.js';
import { migrate } from './records/migrate.js';
import { createSnapshots } from './snapshot/snapshots.js';
import type { GraphStore } from './store/graph-store.js';
import { createWaitingStore } from './store/waiting-store.js';
import { createAnswerThreads } from './threads/answer-threads.js';

export interface App {
  /** Where it listens, without a slash at the end: http://127.0.0.1:4000. */
  readonly url: string;
  readonly store: GraphStore;
  /** The file with the key that was made on first start; absent with Neo4j, or when it was moved away. */
  readonly editorKeyFile: string | undefined;
  /** Finishes the requests under way, then closes the graph. */
  stop(): Promise<void>;
}

async function openAndSeed(config: Config, log: Logger): Promise<GraphStore> {
  const store = await openStore(config);
  try {
    const migrated = await migrate(store, new Date());
    if (migrated.length > 0) log.info({ migrations: migrated.map(({ title }) => title) }, 'migrated');
    if (config.SEED === 'never') return store;
    const report = await seedIfEmpty(store, new Date());
    if (report === undefined) return store;
    log.info(report, 'the graph was empty and was filled from the seed');
    collectGarbage();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

interface OpenedStore {
  readonly store: GraphStore;
  /** Resolves when it can be asked. */
  readonly opened: Promise<void>;
}

/** Neo4j may come up later than we do; the embedded graph is there at once, or its fault is the user's to see. */
async function openConfiguredStore(config: Config, log: Logger): Promise<OpenedStore> {
  if (config.NEO4J_URI === undefined) {
    return { store: await openAndSeed(config, log), opened: Promise.resolve() };
  }
  const store = createWaitingStore({
    async open() {
      const opened = await openAndSeed(config, log);
      log.info({ engine: opened.engine }, 'connected');
      return opened;
    },
    onFailure: (err, nextInMs) =>
      log.warn({ err, uri: config.NEO4J_URI, nextInMs }, 'Neo4j cannot be reached; trying again'),
  });
  return { store, opened: store.opened };
}

/** Undefined where no webhook is configured. */
function serveWebhooks(feed: Feed, config: Config, log: Logger): { stop(): Promise<void> } | undefined {
  const { WEBHOOK_URLS: urls, WEBHOOK_SECRET: secret } = config;
  if (urls.length === 0 || secret === undefined) return undefined;
  return startWebhooks(feed, { urls, secret, log });
}

export async function startApp(config: Config, log: Logger): Promise<App> {
  const { store, opened } = await openConfiguredStore(config, log);
  /** The end of each thing that was started. */
  const ends: (() => Promise<unknown>)[] = [() => store.close()];
  const stop = async (): Promise<void> => {
    for (const end of ends.toReversed()) await end();
  };
  try {
    // With Neo4j several processes may start at once, and none of them owns a folder.
    const editorKeyFile =
      config.NEO4J_URI === undefined ? await provideEditorKey(store, config.DATA_DIR, new Date()) : undefined;
    const snapshots = createSnapshots(store);
    const threads = createAnswerThreads(config, { store, snapshots, log });
    ends.push(() => threads.stop());
    // So that the first question finds it read; where that fails, whoever asks tries again and is told.
    void opened.then(() => snapshots.current()).then(threads.startIfLarge, () => undefined);
    const feed = { store, watch: createChangeWatch(store) };
    const server = await createServer({
      graph: { store, snapshots },
      feed,
      schema: createSchema(),
      authenticate: await configureAuthenticator(config, store),
      config,
      log,
      answerAside: threads.answer,
    });
    ends.push(() => server.close());
    await server.listen({ host: config.HOST, port: config.PORT });
    const webhooks = serveWebhooks(feed, config, log);
    ends.push(async () => webhooks?.stop());
    const { port } = server.server.address() as AddressInfo;
    const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST;
    const url = `http://${host}:${port}`;
    // Who finds the embedded graph held is told where to ask instead.
    if (config.NEO4J_URI === undefined) noteOwner(config.DATA_DIR, { pid: process.pid, url });
    return { url, store, editorKeyFile, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
