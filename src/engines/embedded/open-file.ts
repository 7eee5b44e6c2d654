/** Opens the one file that holds the embedded graph, and says clearly why when it can't. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../errors.js';
import { type Database, GrafeoDB } from './load-grafeo.js';

const FILE_NAME = 'graph.grafeo';

/** Where the graph of a directory lies. */
export const graphFileIn = (directory: string): string => join(directory, FILE_NAME);
/** The engine's log beside a graph: with it, the file alone is not all. */
export const logFileOf = (path: string): string => `${path}.wal`;

/** Checkpoints keep the log short, so that a file opens at once after a crash. */
const CHECKPOINT = { intervalMs: 60_000, walBytes: 64 * 1024 * 1024 };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function openFault(path: string, cause: unknown): AppError {
  // The engine gives a held lock no code of its own, so its text has to tell.
  const message = messageOf(cause).includes('cannot be locked')
    ? `${path} is in use by another process. One process at a time owns the embedded graph: stop the other one, or send your request to it.`
    : `${path} can't be opened as a graph: ${messageOf(cause)}. It was left as it is: restore it from a backup, or move it away to start with a new graph.`;
  return new AppError('UNAVAILABLE', message, { cause });
}

function openExisting(path: string): Database {
  try {
    return GrafeoDB.open(path);
  } catch (cause) {
    throw openFault(path, cause);
  }
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (cause) {
    throw new AppError(
      'UNAVAILABLE',
      `${directory} can't hold the graph: ${messageOf(cause)}. Set DATA_DIR to a folder that can be written to.`,
      { cause },
    );
  }
}

/** Opens `graph.grafeo` in this directory, or makes it if neither it nor a log of it is there. */
export function openFile(directory: string): Database {
  makeDirectory(directory);
  const path = graphFileIn(directory);
  if (!existsSync(path) && existsSync(logFileOf(path))) {
    throw new AppError(
      'UNAVAILABLE',
      `${path} is missing, but its log ${FILE_NAME}.wal is there. Restore the file from a backup, or move the log away to start with a new graph.`,
    );
  }
  const database = existsSync(path) ? openExisting(path) : GrafeoDB.create(path);
  database.setCheckpointTriggers(CHECKPOINT);
  return database;
}
