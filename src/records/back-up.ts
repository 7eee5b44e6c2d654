/** A backup of the whole graph, told by what is in it. */
import { validationFailed } from '../errors.js';
import type { GraphStore, Reader, WorkOptions } from '../store/graph-store.js';
import { readLedger } from './ledger.js';

const countAll = 'MATCH (record:Entity) RETURN count(record) AS records';

export interface BackupReport {
  /** Where it is, from the root of the file system. */
  readonly path: string;
  readonly bytes: number;
  /** How many live records it holds. */
  readonly records: number;
  /** The number of the last change in it: it holds all up to that one, and none after it. */
  readonly sequence: number;
}

export interface BackupOptions extends WorkOptions {
  /** The new file; one that the store names by the time if left out. */
  readonly file?: string | undefined;
}

async function lookAround(reader: Reader): Promise<Pick<BackupReport, 'records' | 'sequence'>> {
  const [row] = await reader.run<{ records: number }>(countAll);
  const { sequence } = await readLedger(reader);
  return { records: row?.records ?? 0, sequence };
}

/** Rejects with VALIDATION_FAILED where it can't be a new file, and where the engine has tools of its own. */
export async function backUp(
  store: GraphStore,
  now: Date,
  { file, ...options }: BackupOptions = {},
): Promise<BackupReport> {
  if (store.backup === undefined) {
    throw validationFailed(
      `The graph is in ${store.engine}, whose own tools back it up: neo4j-admin database backup while it runs (Enterprise), or neo4j-admin database dump while it is stopped.`,
    );
  }
  const request = { now, look: lookAround, ...(file !== undefined && { file }) };
  const { path, bytes, seen } = await store.backup(request, options);
  return { path, bytes, ...seen };
}
