/** The `GraphStore` over the embedded engine: one file, or memory, owned by this process. */
import { AppError } from '../../errors.js';
import {
  createConstraint,
  createIndex,
  lookUpProperties,
  searchIndex,
  uniqueProperties,
} from '../../store/graph-schema.js';
import type { GraphStore, Parameters, Reader, WorkOptions } from '../../store/graph-store.js';
import { type Database, GrafeoDB, type Transaction } from './load-grafeo.js';
import { oneAtATime } from './one-at-a-time.js';
import { openFile } from './open-file.js';

/** The engine's code for two transactions that wrote the same thing. */
const WRITE_CONFLICT = '40000';
const WRITE_ATTEMPTS = 5;

const isConflict = (error: unknown): boolean =>
  error instanceof Error && 'gqlStatus' in error && error.gqlStatus === WRITE_CONFLICT;

const readerOver = (transaction: Transaction, signal: AbortSignal | undefined): Reader => ({
  async run<Row>(statement: string, parameters?: Parameters): Promise<Row[]> {
    signal?.throwIfAborted();
    const result = await transaction.executeCypher(statement, parameters);
    signal?.throwIfAborted();
    return result.toArray() as Row[];
  },
});

async function inTransaction<Result>(
  database: Database,
  end: 'commit' | 'rollback',
  work: (reader: Reader) => Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const transaction = database.beginTransaction();
  try {
    const result = await work(readerOver(transaction, signal));
    transaction[end]();
    return result;
  } finally {
    if (transaction.isActive) transaction.rollback();
  }
}

// A constraint of this engine checks without an index: MERGE is slow unless there is one beside it.
const schemaStatements = [
  ...uniqueProperties.map(createConstraint),
  ...[...uniqueProperties, ...lookUpProperties].map(createIndex),
];

async function applySchema(database: Database): Promise<void> {
  for (const statement of schemaStatements) await database.executeCypher(statement);
  await database.createTextIndex(searchIndex.label, searchIndex.property, {
    tokenizer: 'standard',
    stopWords: [],
  });
}

function storeOver(database: Database): GraphStore {
  const enqueueWrite = oneAtATime();
  let isClosed = false;
  const assertOpen = (): void => {
    if (isClosed) throw new AppError('UNAVAILABLE', 'The graph is closed.');
  };

  return {
    engine: `Grafeo ${database.version()} (embedded)`,
    async read(work, options) {
      assertOpen();
      return inTransaction(database, 'rollback', work, options?.signal);
    },
    write: (work, options) =>
      enqueueWrite(async () => {
        for (let attempt = 1; ; attempt += 1) {
          assertOpen();
          try {
            return await inTransaction(database, 'commit', work, options?.signal);
          } catch (error) {
            if (!isConflict(error) || attempt === WRITE_ATTEMPTS) throw error;
          }
        }
      }),
    async searchText(words, limit, options?: WorkOptions) {
      assertOpen();
      options?.signal?.throwIfAborted();
      const hits = await database.textSearch(searchIndex.label, searchIndex.property, words, limit);
      return hits.flatMap(([node, score]) => {
        const id = database.getNode(node as number)?.get('id');
        return typeof id === 'string' ? [{ id, score: score as number }] : [];
      });
    },
    async check() {
      assertOpen();
      await database.executeCypher('RETURN 1 AS one');
    },
    async close() {
      await enqueueWrite(async () => {
        if (isClosed) return;
        isClosed = true;
        database.close();
      });
    },
  };
}

/** Opens the graph in this directory; made if there is none, refused if it is damaged or in use. */
export async function openEmbeddedStore(directory: string): Promise<GraphStore> {
  const database = openFile(directory);
  await applySchema(database);
  return storeOver(database);
}

/** A graph that lives as long as the process. */
export async function openMemoryStore(): Promise<GraphStore> {
  const database = GrafeoDB.create();
  await applySchema(database);
  return storeOver(database);
}
