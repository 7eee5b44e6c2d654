/** Writes checked records: nodes, references, flow edges and changes together, and only where something changed. */
import { type AnyRecord, type Kind, sameValues } from '../model/kind.js';
import type { RecordInput } from '../model/record-schema.js';
import { kindOf } from '../model/registry.js';
import type { Writer } from '../store/graph-store.js';
import { castFlows } from './cast-flows.js';
import { inBatches } from './in-batches.js';
import { advanceLedger, takeLedger } from './ledger.js';
import { loadRecords } from './load-records.js';
import { changeRow, createChanges, replaceEdges, writeNodes } from './write-statements.js';

export interface RecordToWrite {
  readonly kind: Kind;
  readonly input: RecordInput;
}

/** Who writes, when and why: kept with every change. */
export interface Authorship {
  readonly actor: string;
  readonly reason?: string;
  readonly now: Date;
}

export interface WriteReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** The number of the last change. */
  readonly sequence: number;
}

/** A record before and after a write; `before` is absent where it is new. */
export interface Revision {
  readonly before?: AnyRecord;
  readonly after: AnyRecord;
}

function reviseOne({ kind, input }: RecordToWrite, before: AnyRecord | undefined): Revision {
  const after = { ...input, kind: kind.code, version: (before?.version ?? 0) + 1 } as AnyRecord;
  return before === undefined ? { after } : { before, after };
}

async function findRevisions(writer: Writer, records: readonly RecordToWrite[]): Promise<Revision[]> {
  const revisions: Revision[] = [];
  for (const batch of inBatches(records)) {
    const existing = await loadRecords(
      writer,
      batch.map(({ input }) => input.id),
    );
    for (const record of batch) {
      const revision = reviseOne(record, existing.get(record.input.id));
      if (revision.before === undefined || !sameValues(record.kind, revision.before, revision.after)) {
        revisions.push(revision);
      }
    }
  }
  return revisions;
}

const castsOwnership = ({ after }: Revision): boolean =>
  kindOf(after.kind).casts.some(({ flow }) => flow === 'OWNS');

/** Writes these records in the writer's transaction. They must be valid, and what they refer to must exist or be among them. */
export async function writeRecords(
  writer: Writer,
  records: readonly RecordToWrite[],
  { actor, reason, now }: Authorship,
): Promise<WriteReport> {
  const first = await takeLedger(writer, now);
  const revisions = await findRevisions(writer, records);
  const sequence = first + revisions.length;
  const created = revisions.filter(({ before }) => before === undefined).length;
  const report = {
    created,
    updated: revisions.length - created,
    unchanged: records.length - revisions.length,
    sequence,
  };
  if (revisions.length === 0) return report;

  await writeNodes(writer, revisions);
  await replaceEdges(writer, revisions, castFlows);
  const about = { actor, at: now.toISOString(), ...(reason !== undefined && { reason }) };
  await createChanges(
    writer,
    revisions.map((revision, index) => changeRow(revision, { ...about, sequence: first + index + 1 })),
  );
  await advanceLedger(writer, sequence, revisions.some(castsOwnership));
  return report;
}
