import type { Parameter, Writer } from '../store/graph-store.js';
import { inBatches } from './in-batches.js';

/** What a statement that UNWINDs `$rows` takes of each record. */
export type Row = Readonly<Record<string, Parameter>>;

/** Runs a statement over any number of rows. */
export async function runInBatches(writer: Writer, statement: string, rows: readonly Row[]): Promise<void> {
  for (const batch of inBatches(rows)) await writer.run(statement, { rows: batch });
}
