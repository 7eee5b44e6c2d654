/** The `GraphStore` over Neo4j: managed transactions, reads routed to readers, a client sees its own writes. */
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import {
  createConstraint,
  createIndex,
  lookUpProperties,
  searchIndex,
  uniqueProperties,
} from '../../store/graph-schema.js';
import type { GraphStore, Parameters, Reader, TextHit, WorkOptions } from '../../store/graph-store.js';
import { translateError } from './translate-error.js';
import { fromDriver, toDriver } from './values.js';

export interface Neo4jSettings {
  readonly uri: string;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  /** Connections kept open at most. */
  readonly poolSize: number;
}

const SEARCH_INDEX = 'entity_search';
/** Grams and words are split by spaces already; any other analyser would split them again. */
const createSearchIndex = `CREATE FULLTEXT INDEX ${SEARCH_INDEX} IF NOT EXISTS
FOR (n:${searchIndex.label}) ON EACH [n.${searchIndex.property}]
OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'whitespace' } }`;
const search = `CALL db.index.fulltext.queryNodes($index, $words, { limit: $limit }) YIELD node, score
RETURN node.id AS id, score AS score ORDER BY score DESC, id`;

const CONNECT_TIMEOUT_MS = 5_000;
const RETRY_TIME_MS = 5_000;

const readerOver = (transaction: ManagedTransaction, signal: AbortSignal | undefined): Reader => ({
  async run<Row>(statement: string, parameters?: Parameters): Promise<Row[]> {
    signal?.throwIfAborted();
    const result = await transaction.run(statement, toDriver(parameters) as Record<string, unknown>);
    return result.records.map((record) => fromDriver(record.toObject()) as Row);
  },
});

/** Closing the session ends its transaction on the server too. */
function closeOnAbort(session: Session, signal: AbortSignal | undefined): () => void {
  if (signal === undefined) return () => {};
  const close = (): void => void session.close().catch(() => undefined);
  signal.addEventListener('abort', close, { once: true });
  return () => signal.removeEventListener('abort', close);
}

// A constraint of Neo4j brings its own index and refuses a second one on the same property.
const schemaStatements = [
  ...uniqueProperties.map(createConstraint),
  ...lookUpProperties.map(createIndex),
  createSearchIndex,
];

async function applySchema(driver: Driver, database: string | undefined): Promise<void> {
  const session = driver.session({ ...(database !== undefined && { database }) });
  try {
    for (const statement of schemaStatements) await session.run(statement);
    await session.run('CALL db.awaitIndexes(60)');
  } finally {
    await session.close();
  }
}

export async function openNeo4jStore(settings: Neo4jSettings): Promise<GraphStore> {
  const { uri, user, password, database } = settings;
  const driver = neo4j.driver(uri, user === undefined ? undefined : neo4j.auth.basic(user, password ?? ''), {
    useBigInt: true,
    maxConnectionPoolSize: settings.poolSize,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    connectionAcquisitionTimeout: CONNECT_TIMEOUT_MS,
    maxTransactionRetryTime: RETRY_TIME_MS,
    userAgent: 'ai-infra-graph',
  });
  const bookmarkManager = neo4j.bookmarkManager();

  async function inSession<Result>(
    mode: 'READ' | 'WRITE',
    work: (reader: Reader) => Promise<Result>,
    { signal }: WorkOptions = {},
  ): Promise<Result> {
    signal?.throwIfAborted();
    const session = driver.session({
      defaultAccessMode: mode,
      bookmarkManager,
      ...(database !== undefined && { database }),
    });
    const stopListening = closeOnAbort(session, signal);
    const run = (transaction: ManagedTransaction): Promise<Result> => work(readerOver(transaction, signal));
    try {
      return await (mode === 'READ' ? session.executeRead(run) : session.executeWrite(run));
    } catch (error) {
      signal?.throwIfAborted();
      throw translateError(error);
    } finally {
      stopListening();
      await session.close().catch(() => undefined);
    }
  }

  const read: GraphStore['read'] = (work, options) => inSession('READ', work, options);
  try {
    await driver.verifyConnectivity();
    await applySchema(driver, database);
  } catch (error) {
    await driver.close();
    throw translateError(error);
  }
  const { agent } = await driver.getServerInfo();

  return {
    engine: agent ?? 'Neo4j',
    read,
    write: (work, options) => inSession('WRITE', work, options),
    searchText: (words, limit, options) =>
      read((reader) => reader.run<TextHit>(search, { index: SEARCH_INDEX, words, limit }), options),
    async check() {
      await read((reader) => reader.run('RETURN 1 AS one'));
    },
    close: () => driver.close(),
  };
}
