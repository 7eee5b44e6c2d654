/** The Neo4j servers that contracts run on: each version that we start, or only the one that NEO4J_URI names. */
import { afterAll, beforeAll, describe } from 'vitest';
import { type Config, readConfig } from '../../src/config.js';
import { openStore } from '../../src/engines/open-store.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import {
  type Neo4jVersion,
  neo4jVersions,
  type RunningNeo4j,
  startNeo4j,
} from '../support/neo4j/start-neo4j.js';

const given = readConfig();
/** Whether somebody else's server is used, which no test may stop. */
export const isServerGiven = given.NEO4J_URI !== undefined;

export interface Server {
  /** As the product would be configured for it. */
  config(): Config;
  /** Gives it with nothing in it. Closing that is for the form: the next test gets the same connections. */
  openEmpty(): Promise<GraphStore>;
  /** Opens it anew, with nothing in it, for tests about closing. */
  openFresh(): Promise<GraphStore>;
}

/** Marks the graph as one that tests may empty. Nobody loses data because NEO4J_URI names the wrong server. */
async function claim(store: GraphStore): Promise<void> {
  const [row] = await store.read((reader) =>
    reader.run<{ claims: number; total: number }>(
      'OPTIONAL MATCH (claim:ForTests) WITH count(claim) AS claims OPTIONAL MATCH (n) RETURN claims AS claims, count(n) AS total',
    ),
  );
  if (row?.claims === 0 && row.total > 0) {
    throw new Error(`the graph at ${given.NEO4J_URI} is not empty, and tests delete all that it holds`);
  }
  await store.write((writer) => writer.run('MERGE (:ForTests)'));
}

const empty = (store: GraphStore): Promise<unknown> =>
  store.write((writer) => writer.run('MATCH (n) WHERE NOT n:ForTests DETACH DELETE n'));

async function withStore(config: Config, work: (store: GraphStore) => Promise<unknown>): Promise<void> {
  const store = await openStore(config);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** The server, with a store over it that is opened once. */
function serverAt(config: () => Config): Server & { end(): Promise<void> } {
  let shared: Promise<GraphStore> | undefined;
  return {
    config,
    async openEmpty() {
      shared ??= openStore(config());
      const store = await shared;
      await empty(store);
      return { ...store, close: async () => {} };
    },
    async openFresh() {
      const store = await openStore(config());
      await empty(store);
      return store;
    },
    async end() {
      await (await shared)?.close();
    },
  };
}

type Define = (name: string, server: Server) => void;

function defineOnGivenServer(define: Define): void {
  describe(`on ${given.NEO4J_URI}`, () => {
    const server = serverAt(() => given);
    beforeAll(() => withStore(given, claim));
    afterAll(async () => {
      await server.end();
      await withStore(given, (store) => store.write((writer) => writer.run('MATCH (n) DETACH DELETE n')));
    });
    define('Neo4j', server);
  });
}

function defineOnVersion(version: Neo4jVersion, define: Define): void {
  describe(`on Neo4j ${version}`, () => {
    let running: RunningNeo4j | undefined;
    const server = serverAt(() => readConfig({ NEO4J_URI: running?.uri, NEO4J_POOL_SIZE: '20' }));
    beforeAll(async () => {
      running = await startNeo4j({ version });
    });
    afterAll(async () => {
      await server.end();
      await running?.stop();
    });
    define('Neo4j', server);
  });
}

/** Defines the tests once for each server, which runs while they do. */
export function describeOnServers(define: Define): void {
  if (isServerGiven) defineOnGivenServer(define);
  else for (const version of neo4jVersions) defineOnVersion(version, define);
}
