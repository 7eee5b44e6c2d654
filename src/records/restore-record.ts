/** Brings a retracted record back with the values that it had. */
import type { AnyRecord } from '../model/kind.js';
import { kindOf } from '../model/registry.js';
import type { GraphStore, Writer } from '../store/graph-store.js';
import {
  attemptWrite,
  refuse,
  versionFaults,
  type WriteOptions,
  type WriteOutcome,
} from './attempt-write.js';
import { findKinds } from './find-kinds.js';
import { findRetracted } from './find-retracted.js';
import { loadRecords } from './load-records.js';
import { explainUnknown } from './look-up-names.js';
import { mayPointTo, referencesIn } from './record-references.js';
import { unknownId } from './retract-record.js';
import type { FoundFault } from './write-fault.js';

/** What the record refers to and is not there any more. */
async function referenceFaults(writer: Writer, record: AnyRecord): Promise<FoundFault[]> {
  const references = referencesIn({ kind: kindOf(record.kind), input: record });
  const kindOfId = await findKinds(writer, [...new Set(references.map(({ text }) => text))]);
  const dangling = references.filter(({ text, field }) => !mayPointTo(field, kindOfId.get(text)));
  const explain = await explainUnknown(writer, dangling, (id) => kindOfId.get(id));
  return dangling.map((reference) => ({ ...explain(reference), path: ['id'] }));
}

/**
 * Restores a retracted record; what it refers to must be there. Restoring one that is not retracted changes nothing.
 */
export const restoreRecord = (store: GraphStore, id: string, options: WriteOptions): Promise<WriteOutcome> =>
  attemptWrite(store, options, async ({ writer, commit }) => {
    const retracted = (await findRetracted(writer, [id])).get(id)?.record;
    const record = retracted ?? (await loadRecords(writer, [id])).get(id);
    if (record === undefined) refuse(unknownId(id));
    const faults = [
      ...versionFaults(id, options, record.version),
      ...(retracted === undefined ? [] : await referenceFaults(writer, retracted)),
    ];
    if (faults.length > 0) refuse(...faults);
    if (retracted === undefined) return { record, faults: [] };
    return commit({ action: 'RESTORED', after: { ...record, version: record.version + 1 } });
  });
