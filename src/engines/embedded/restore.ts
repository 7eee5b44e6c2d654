/** Makes a graph of its backup. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { AppError, validationFailed } from '../../errors.js';
import { graphFileIn, hasGraph, logFileOf } from './graph-files.js';
import { type Database, GrafeoDB } from './load-grafeo.js';

const countRecords = 'MATCH (record:Entity) RETURN count(record) AS records';

async function countIn(path: string, origin: string): Promise<number> {
  let database: Database;
  try {
    database = GrafeoDB.open(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('VALIDATION_FAILED', `${origin} can't be opened as a graph: ${reason}`, { cause });
  }
  try {
    const [row] = (await database.executeCypher(countRecords)).toArray() as { records: number }[];
    return row?.records ?? 0;
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
  if (hasGraph(directory)) {
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
