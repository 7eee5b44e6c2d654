/** Statements as values, to be run in order: what a write does is decided first, and sent in as few round trips as it takes. */
import type { Parameter, Statement, Writer } from '../store/graph-store.js';
import { inBatches } from './in-batches.js';

/** What a statement that UNWINDs `$rows` takes of each record. */
export type Row = Readonly<Record<string, Parameter>>;

/** A statement over any number of rows, a batch at a time. */
export function* statementsOver(text: string, rows: readonly Row[]): Generator<Statement> {
  for (const batch of inBatches(rows)) yield { text, parameters: { rows: batch } };
}

/** Runs statements in this order, and resolves when all of them have run. */
export async function runAll(writer: Writer, statements: Iterable<Statement>): Promise<void> {
  if (writer.runTogether !== undefined) return writer.runTogether(statements);
  for (const { text, parameters } of statements) await writer.run(text, parameters);
}
