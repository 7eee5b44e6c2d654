/** The `GraphStore` over Neo4j: managed transactions, reads routed to readers, a client sees its own writes. */
import neo4j, { type Driver } from 'neo4j-driver';
import { AppError } from '../../errors.js';
import type { GraphStore, Reader, TextHit, WorkOptions } from '../../store/graph-store.js';
import { untilAborted } from '../../store/until-aborted.js';
import { createEndableWork } from '../endable-work.js';
import { atMost } from './at-most.js';
import { inTurn, type LastSeen, observe, observeAtOnce } from './one-state.js';
import { readerOver, writerOver } from './reader.js';
import { applySchema, search, toQuery } from './schema.js';
import { createSessions } from './sessions.js';
import { translateOpenError } from './translate-error.js';

export interface Neo4jSettings {
  readonly uri: string;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  /** Connections kept open at most. */
  readonly poolSize: number;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** A server that is there but takes longer for nothing is as good as down. */
const CHECK_TIMEOUT_MS = 5_000;
/** Attempts begin at once, after 1 and after 3 seconds: all end well before a request's deadline. */
const RETRY_TIME_MS = 2_000;
/** Writers come one at a time anyway: one at work and one at the door, so that they leave the connections to readers. */
const WRITERS = 2;
/** After so many attempts, a read that others keep writing into holds them back. */
const READ_ATTEMPTS = 5;

function storeOver(driver: Driver, engine: string, database: string | undefined): GraphStore {
  const endable = createEndableWork();
  const sessions = createSessions(driver, database);
  const enqueueWrite = atMost(WRITERS);
  const lastSeen: LastSeen = { mark: undefined };

  const writeUntil = <Result>(
    signal: AbortSignal,
    work: (reader: Reader) => Promise<Result>,
  ): Promise<Result> =>
    enqueueWrite(signal, () =>
      // A server that is frozen keeps nobody in the door beyond the deadline.
      untilAborted(
        signal,
        sessions.transact(
          'WRITE',
          (transaction) => inTurn(transaction, () => work(writerOver(transaction, signal))),
          signal,
        ),
      ),
    );

  async function readUntil<Result>(
    signal: AbortSignal,
    work: (reader: Reader) => Promise<Result>,
  ): Promise<Result> {
    const atOnce = await sessions.readOnce(
      (session) => observeAtOnce(session, work, lastSeen, signal),
      signal,
    );
    if (atOnce?.isOneState) return atOnce.result;
    for (let attempt = 1; attempt <= READ_ATTEMPTS; attempt += 1) {
      const { result, isOneState } = await sessions.transact(
        'READ',
        (transaction) => observe(readerOver(transaction, signal), work, lastSeen),
        signal,
      );
      if (isOneState) return result;
    }
    return writeUntil(signal, work);
  }

  const read = <Result>(work: (reader: Reader) => Promise<Result>, options?: WorkOptions): Promise<Result> =>
    endable.run(options?.signal, (signal) => readUntil(signal, work));

  return {
    engine,
    read,
    write: (work, options) => endable.run(options?.signal, (signal) => writeUntil(signal, work)),
    async searchText(words, limit, options) {
      const query = toQuery(words);
      if (query === '') return [];
      return read((reader) => reader.run<TextHit>(search, { query, limit }), options);
    },
    async check() {
      const waiting = new AbortController();
      const timer = setTimeout(() => {
        waiting.abort(new AppError('UNAVAILABLE', 'The graph does not answer.'));
      }, CHECK_TIMEOUT_MS);
      try {
        await endable.run(waiting.signal, () => sessions.probe('RETURN 1 AS one'));
      } finally {
        clearTimeout(timer);
      }
    },
    close() {
      endable.endAll(new AppError('UNAVAILABLE', 'The graph is closed.'));
      return driver.close();
    },
  };
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
  try {
    const { agent } = await driver.getServerInfo();
    await applySchema(driver, database);
    return storeOver(driver, agent ?? 'Neo4j', database);
  } catch (error) {
    await driver.close();
    throw translateOpenError(uri, error);
  }
}
