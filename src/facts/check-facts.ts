/** Checks files of facts as a whole: every record by itself, ids against each other, references against all there is. */
import { kindOf } from '../model/registry.js';
import { findKinds } from '../records/find-kinds.js';
import { findRetracted, type RetractedRecord, retractedMessage } from '../records/find-retracted.js';
import { referencesIn } from '../records/record-references.js';
import type { LookedFor } from '../records/reference-faults.js';
import { resolveNames } from '../records/resolve-names.js';
import type { Reader } from '../store/graph-store.js';
import type { FactFile } from './fact-file.js';
import { createFaultList, type Fault, type FaultList, type Faults, inOrder } from './fault.js';
import { type Outline, outlineOf } from './outline.js';
import { checkFile, NO_ID, type PlacedRecord } from './placed-records.js';

export type { PlacedRecord };

export interface FactFault extends Fault {
  /** Present where an id or a name would have to be another one. */
  readonly lookedFor?: LookedFor;
}

export interface CheckedFacts {
  /** Where there is no fault, all records, with ids for names. */
  readonly records: readonly PlacedRecord[];
  /** In the order of the files. */
  readonly faults: Faults<FactFault>;
  /** The code of the kind of every id that the files name and that is known, in the graph or in the files. */
  readonly kindOfId: ReadonlyMap<string, string>;
}

/** Checks that no id is that of a record of another kind, or of a retracted one. */
function checkTaken(
  records: readonly PlacedRecord[],
  stored: ReadonlyMap<string, string>,
  retracted: ReadonlyMap<string, RetractedRecord>,
  faults: FaultList<FactFault>,
): void {
  for (const { file, path, input, kind } of records) {
    const { id } = input;
    const code = stored.get(id);
    const gone = retracted.get(id);
    const idPath = [...path, 'id'];
    if (gone !== undefined) faults.add(() => file.faultAt(idPath, `id: ${retractedMessage(id, gone)}`));
    if (code === undefined || code === kind.code) continue;
    const message = `id: "${id}" is a ${kindOf(code).name} already; ids are unique across all kinds`;
    faults.add(() => file.faultAt(idPath, message));
  }
}

export interface ResolvedRecords {
  /** With ids for names, where there is no fault. */
  readonly records: readonly PlacedRecord[];
  /** The code of the kind of every id that the records have or refer to and that is in the graph. */
  readonly stored: ReadonlyMap<string, string>;
}

/** Checks records that have no fault of their own against the graph and against all that is written with them. */
export async function resolveRecords(
  reader: Reader,
  records: readonly PlacedRecord[],
  { kindOfId, names }: Pick<Outline, 'kindOfId' | 'names'>,
  faults: FaultList<FactFault>,
): Promise<ResolvedRecords> {
  const ids = records.map(({ input }) => input.id).filter((id) => id !== NO_ID);
  const referred = records.flatMap((record) => referencesIn(record).map(({ text }) => text));
  const stored = await findKinds(reader, [...new Set([...ids, ...referred])]);
  const newIds = ids.filter((id) => !stored.has(id));
  checkTaken(records, stored, await findRetracted(reader, newIds), faults);
  const resolved = await resolveNames(reader, records, {
    // A record with a fault of its own can still be referred to: one slip is told once.
    kindOfId: (id) => kindOfId.get(id) ?? stored.get(id),
    written: names,
  });
  for (const { record, path, message, lookedFor } of resolved.faults) {
    faults.add(() => ({
      ...record.file.faultAt([...record.path, ...path], message),
      ...(lookedFor !== undefined && { lookedFor }),
    }));
  }
  return { records: resolved.records, stored };
}

/** Checks files against each other and against what the graph holds. */
export async function checkFacts(reader: Reader, files: readonly FactFile[]): Promise<CheckedFacts> {
  const faults = createFaultList<FactFault>();
  const outline = await outlineOf(files);
  const checked: PlacedRecord[] = [];
  for (const file of files) for (const record of await checkFile(file, faults)) checked.push(record);
  faults.addAll(outline.faults);
  const { records, stored } = await resolveRecords(reader, checked, outline, faults);
  return {
    records,
    faults: inOrder(faults),
    kindOfId: new Map([...stored, ...outline.kindOfId]),
  };
}
