/** What writing records would do: nothing where they say what the graph says already. */
import { type AnyRecord, sameValues } from '../model/kind.js';
import type { Reader } from '../store/graph-store.js';
import { inBatches } from './in-batches.js';
import { loadRecords } from './load-records.js';
import type { RecordToWrite } from './record-references.js';
import type { Revision } from './revision.js';

export interface WritePlan {
  /** In the order of the records. */
  readonly revisions: readonly Revision[];
  /** How many records say what the graph says already. */
  readonly unchanged: number;
}

/** What writing a record does to the one that is there; undefined where they say the same. */
export function revise({ kind, input }: RecordToWrite, before: AnyRecord | undefined): Revision | undefined {
  const { id, ...values } = input;
  const after = { id, kind: kind.code, version: (before?.version ?? 0) + 1, ...values } as AnyRecord;
  if (before === undefined) return { action: 'CREATED', after };
  return sameValues(kind, before, after) ? undefined : { action: 'UPDATED', before, after };
}

/** Compares records with the graph. They must be valid, their references ids, and none of them retracted. */
export async function planWrites(reader: Reader, records: readonly RecordToWrite[]): Promise<WritePlan> {
  const revisions: Revision[] = [];
  for (const batch of inBatches(records)) {
    const stored = await loadRecords(
      reader,
      batch.map(({ input }) => input.id),
    );
    for (const record of batch) {
      const revision = revise(record, stored.get(record.input.id));
      if (revision !== undefined) revisions.push(revision);
    }
  }
  return { revisions, unchanged: records.length - revisions.length };
}
