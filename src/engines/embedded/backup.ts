/** One file that holds all of the embedded graph, and back. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { AppError, validationFailed } from '../../errors.js';
import { type Database, GrafeoDB } from './load-grafeo.js';
import { graphFileIn, logFileOf, openFile } from './open-file.js';

const countRecords = 'MATCH (record:Entity) RETURN count(record) AS records';

async function count(database: Database): Promise<number> {
  const [row] = (await database.executeCypher(countRecords)).toArray() as { records: number }[];
  return row?.records ?? 0;
}

const isThere = (path: string): boolean => existsSync(path) || existsSync(logFileOf(path));

/**
 * Writes all that is committed into a new file, and gives the number of records in it. Rejects with VALIDATION_FAILED
 * where there is no graph, or already such a file, and with UNAVAILABLE while another process holds the graph.
 */
export async function backupEmbedded(directory: string, file: string): Promise<number> {
  if (!isThere(graphFileIn(directory))) throw validationFailed(`There is no graph in ${directory}.`);
  if (existsSync(file)) throw validationFailed(`${file} is there already; a backup replaces no file.`);
  const database = openFile(directory);
  // Whoever finds the file under its own name finds all of it.
  const partial = `${file}.partial`;
  try {
    rmSync(partial, { force: true });
    database.save(partial);
    renameSync(partial, file);
    return await count(database);
  } finally {
    rmSync(partial, { force: true });
    database.close();
  }
}

async function countIn(path: string, origin: string): Promise<number> {
  let database: Database;
  try {
    database = GrafeoDB.open(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('VALIDATION_FAILED', `${origin} can't be opened as a graph: ${reason}`, { cause });
  }
  try {
    return await count(database);
  } finally {
    database.close();
  }
}

/**
 * Puts a backup into a directory that has no graph yet, once it has been opened and read; gives the number of its records.
 * Rejects with VALIDATION_FAILED, and changes nothing, where there is a graph or the file holds none.
 */
export async function restoreEmbedded(directory: string, file: string): Promise<number> {
  const path = graphFileIn(directory);
  if (!existsSync(file)) throw validationFailed(`There is no file ${file}.`);
  if (isThere(path)) {
    throw validationFailed(
      `There is a graph in ${directory} already; move it away, or set another DATA_DIR.`,
    );
  }
  mkdirSync(directory, { recursive: true });
  const copy = `${path}.restoring`;
  try {
    copyFileSync(file, copy);
    const records = await countIn(copy, file);
    renameSync(copy, path);
    return records;
  } finally {
    rmSync(copy, { force: true });
    rmSync(logFileOf(copy), { force: true });
  }
}
