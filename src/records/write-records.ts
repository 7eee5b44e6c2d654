/** Writes revisions: nodes, references, flow edges, names and changes, together in one transaction. */
import type { Statement, Writer } from '../store/graph-store.js';
import { type Authorship, type Change, changeOf, createChanges } from './change.js';
import { inBatches } from './in-batches.js';
import { advanceLedger, type Ledger, takeLedger } from './ledger.js';
import { replaceNameKeys } from './name-keys.js';
import { planWrites } from './plan-writes.js';
import type { RecordToWrite } from './record-references.js';
import type { Revision } from './revision.js';
import { runAll } from './statements.js';
import { addEdges, removeEdges } from './write-edges.js';
import { writeNodes } from './write-nodes.js';

export type { Authorship, RecordToWrite };

export interface WriteReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** The number of the last change. */
  readonly sequence: number;
}

/** Told how many of all revisions are written. */
export type OnProgress = (written: number, all: number) => void;

/** An edge may lead to any of the records, so all old ones go before the nodes, and the new ones come after them. */
function* statementsOf(
  revisions: readonly Revision[],
  changes: readonly Change[],
  { now }: Authorship,
  onProgress: OnProgress | undefined,
): Generator<Statement> {
  yield* removeEdges(revisions);
  yield* writeNodes(revisions, now.toISOString());
  let written = 0;
  for (const batch of inBatches(revisions)) {
    yield* addEdges(batch);
    yield* replaceNameKeys(batch);
    yield* createChanges(changes.slice(written, written + batch.length));
    written += batch.length;
    onProgress?.(written, revisions.length);
  }
  yield advanceLedger(changes.at(-1)?.sequence ?? 0);
}

/**
 * Writes revisions, at most one of a record, and gives their changes. The ledger is the writer's, taken before the
 * revisions were made; what a record refers to must exist or be among them.
 */
export async function writeRevisions(
  writer: Writer,
  { sequence }: Ledger,
  revisions: readonly Revision[],
  authorship: Authorship,
  onProgress?: OnProgress,
): Promise<Change[]> {
  if (revisions.length === 0) return [];
  const changes = revisions.map((revision, index) => changeOf(revision, sequence + 1 + index, authorship));
  await runAll(writer, statementsOf(revisions, changes, authorship, onProgress));
  return changes;
}

/** Writes records in the writer's transaction. They must be valid, and what they refer to must exist or be among them. */
export async function writeRecords(
  writer: Writer,
  records: readonly RecordToWrite[],
  authorship: Authorship,
  onProgress?: OnProgress,
): Promise<WriteReport> {
  const ledger = await takeLedger(writer, authorship.now);
  const { revisions, unchanged } = await planWrites(writer, records);
  await writeRevisions(writer, ledger, revisions, authorship, onProgress);
  const created = revisions.filter(({ action }) => action === 'CREATED').length;
  return {
    created,
    updated: revisions.length - created,
    unchanged,
    sequence: ledger.sequence + revisions.length,
  };
}
