/** Writes one record whole: makes it, or gives it these values. */
import type { AnyRecord, Kind } from '../model/kind.js';
import type { RecordInput } from '../model/record-schema.js';
import { kindOf } from '../model/registry.js';
import type { GraphStore, Writer } from '../store/graph-store.js';
import {
  attemptWrite,
  refuse,
  versionFaults,
  type WriteOptions,
  type WriteOutcome,
} from './attempt-write.js';
import { checkRecord } from './check-record.js';
import { findKinds } from './find-kinds.js';
import { findRetracted, retractedMessage } from './find-retracted.js';
import { loadRecords } from './load-records.js';
import { namesOf } from './look-up-names.js';
import { revise } from './plan-writes.js';
import { type RecordToWrite, referencesIn } from './record-references.js';
import { resolveNames } from './resolve-names.js';
import type { FoundFault } from './write-fault.js';

const ID_PATH = ['input', 'id'];

const idFault = (message: string): FoundFault => ({ code: 'VALIDATION_FAILED', path: ID_PATH, message });

async function retractedFaults(writer: Writer, id: string): Promise<FoundFault[]> {
  const retracted = (await findRetracted(writer, [id])).get(id);
  return retracted === undefined ? [] : [idFault(retractedMessage(id, retracted))];
}

interface Resolution {
  readonly before: AnyRecord | undefined;
  readonly input: RecordInput;
}

/** The record as it is and the input with ids only; refuses what can't be written. */
async function resolve(writer: Writer, record: RecordToWrite, options: WriteOptions): Promise<Resolution> {
  const { kind, input } = record;
  const { id } = input;
  const texts = referencesIn(record).map(({ text }) => text);
  const [stored, loaded] = await Promise.all([
    findKinds(writer, [...new Set([id, ...texts])]),
    loadRecords(writer, [id]),
  ]);
  const code = stored.get(id);
  if (code !== undefined && code !== kind.code) {
    refuse(idFault(`"${id}" is a ${kindOf(code).name} already; ids are unique across all kinds`));
  }
  const before = loaded.get(id);
  const { records, faults } = await resolveNames(writer, [record], {
    kindOfId: (text) => (text === id ? kind.code : stored.get(text)),
    written: namesOf({ ...input, kind: kind.code, version: 0 } as AnyRecord),
  });
  const all = [
    ...(before === undefined ? await retractedFaults(writer, id) : []),
    ...versionFaults(id, options, before?.version ?? 0),
    ...faults.map(({ record: _record, path, ...fault }) => ({ ...fault, path: ['input', ...path] })),
  ];
  if (all.length > 0) refuse(...all);
  return { before, input: records[0]?.input ?? input };
}

/**
 * Writes a record of a kind, whose references may be names. `raw` is the whole record: a field that is left out has no
 * value afterwards. Writing what is there already changes nothing. Faults are told in the outcome; it rejects only where
 * the graph can't be reached or the deadline has passed, and nothing is written then.
 */
export async function upsertRecord(
  store: GraphStore,
  kind: Kind,
  raw: unknown,
  options: WriteOptions,
): Promise<WriteOutcome> {
  const { input: checked, faults = [] } = checkRecord(kind, raw);
  if (checked === undefined) {
    return {
      faults: faults.map(({ path, message }) => ({
        code: 'VALIDATION_FAILED',
        path: ['input', ...path],
        message,
      })),
    };
  }
  return attemptWrite(store, options, async ({ writer, commit }) => {
    const { before, input } = await resolve(writer, { kind, input: checked }, options);
    const revision = revise({ kind, input }, before);
    if (revision !== undefined) return commit(revision);
    return { ...(before !== undefined && { record: before }), faults: [] };
  });
}
