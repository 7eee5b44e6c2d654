/** The `GraphStore` over the embedded engine: one file, or memory, owned by this process. */
import { AppError } from '../../errors.js';
import {
  createConstraint,
  createIndex,
  lookUpProperties,
  searchIndex,
  uniqueProperties,
} from '../../store/graph-schema.js';
import type { GraphStore, TextHit, Writer } from '../../store/graph-store.js';
import { createEndableWork } from '../endable-work.js';
import { createBackups } from './backups.js';
import { inTransaction } from './in-transaction.js';
import { type Database, GrafeoDB } from './load-grafeo.js';
import { oneAtATime } from './one-at-a-time.js';
import { openFile } from './open-file.js';
import { noteOwner, removeOwner } from './owner.js';

/** The engine's code for two transactions that wrote the same thing. */
const WRITE_CONFLICT = '40000';
const WRITE_ATTEMPTS = 5;

const isConflict = (error: unknown): boolean =>
  error instanceof Error && 'gqlStatus' in error && error.gqlStatus === WRITE_CONFLICT;

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

async function search(database: Database, words: string, limit: number): Promise<TextHit[]> {
  const hits = await database.textSearch(searchIndex.label, searchIndex.property, words, limit);
  return hits.flatMap(([node, score]) => {
    const id = database.getNode(node as number)?.get('id');
    return typeof id === 'string' ? [{ id, score: score as number }] : [];
  });
}

function closeIn(database: Database, directory: string | undefined): void {
  // The note first: once the database is closed, another process may have put its own there.
  if (directory !== undefined) removeOwner(directory);
  database.close();
}

/** `directory` is where the graph lies; a graph in memory lies nowhere. */
function storeOver(database: Database, directory?: string): GraphStore {
  const endable = createEndableWork();
  const enqueueWrite = oneAtATime();
  let closed: Promise<void> | undefined;

  async function writeInTurn<Result>(
    work: (writer: Writer) => Promise<Result>,
    signal: AbortSignal,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await inTransaction(database, 'commit', work, signal);
      } catch (error) {
        if (!isConflict(error) || attempt === WRITE_ATTEMPTS) throw error;
      }
    }
  }

  function backupsIn(place: string): NonNullable<GraphStore['backup']> {
    const backUp = createBackups({ database, directory: place, betweenWrites: enqueueWrite });
    return (request, options) => endable.run(options?.signal, (signal) => backUp(request, signal));
  }

  return {
    engine: `Grafeo ${database.version()} (embedded)`,
    read: (work, options) =>
      endable.run(options?.signal, (signal) => inTransaction(database, 'rollback', work, signal)),
    write: (work, options) =>
      endable.run(options?.signal, (signal) => enqueueWrite(() => writeInTurn(work, signal))),
    searchText: (words, limit, options) => endable.run(options?.signal, () => search(database, words, limit)),
    ...(directory !== undefined && { backup: backupsIn(directory) }),
    check: () =>
      endable.run(undefined, async () => {
        await database.executeCypher('RETURN 1 AS one');
      }),
    close() {
      endable.endAll(new AppError('UNAVAILABLE', 'The graph is closed.'));
      // A write that was ended still has to be rolled back; a read does no harm to a closed database.
      closed ??= enqueueWrite(async () => closeIn(database, directory));
      return closed;
    },
  };
}

async function openOver(database: Database, directory?: string): Promise<GraphStore> {
  try {
    if (directory !== undefined) noteOwner(directory, { pid: process.pid });
    await applySchema(database);
    return storeOver(database, directory);
  } catch (error) {
    closeIn(database, directory);
    throw error;
  }
}

/** Opens the graph in this directory; made if there is none, refused if it is damaged or in use. */
export const openEmbeddedStore = async (directory: string): Promise<GraphStore> =>
  openOver(openFile(directory), directory);

/** A graph that lives as long as the process. */
export const openMemoryStore = (): Promise<GraphStore> => openOver(GrafeoDB.create());
