/** Opens the one file that holds the embedded graph, and says clearly why when it can't. */
import { existsSync, mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../errors.js';
import { graphFileIn, logFileOf } from './graph-files.js';
import { heldBy } from './held-graph.js';
import { type Database, GrafeoDB } from './load-grafeo.js';

/** Checkpoints keep the log short, so that a file opens at once after a crash. */
const CHECKPOINT = { intervalMs: 60_000, walBytes: 64 * 1024 * 1024 };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const openFault = (path: string, cause: unknown): AppError =>
  new AppError(
    'UNAVAILABLE',
    `${path} can't be opened as a graph: ${messageOf(cause)}. It was left as it is: restore it from a backup, or move it away to start with a new graph.`,
    { cause },
  );

function openExisting(directory: string, path: string): Database {
  try {
    return GrafeoDB.open(path);
  } catch (cause) {
    throw heldBy(directory, path, cause) ?? openFault(path, cause);
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
      `${path} is missing, but its log ${basename(logFileOf(path))} is there. Restore the file from a backup, or move the log away to start with a new graph.`,
    );
  }
  const database = existsSync(path) ? openExisting(directory, path) : GrafeoDB.create(path);
  database.setCheckpointTriggers(CHECKPOINT);
  return database;
}
