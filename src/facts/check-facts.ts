/** Checks files of facts as a whole: every record by itself, ids against each other, references against all there is. */
import { kindOf } from '../model/registry.js';
import { findKinds } from '../records/find-kinds.js';
import { findRetracted, type RetractedRecord, retractedMessage } from '../records/find-retracted.js';
import { referencesIn } from '../records/record-references.js';
import type { LookedFor } from '../records/reference-faults.js';
import { resolveNames } from '../records/resolve-names.js';
import type { Reader } from '../store/graph-store.js';
import type { FactFile } from './fact-file.js';
import { byPlace, type Fault, formatFault } from './fault.js';
import { checkFile, NO_ID, type PlacedRecord, rowsWithId, textsOfRow } from './placed-records.js';

export type { PlacedRecord };

export interface FactFault extends Fault {
  /** Present where an id or a name would have to be another one. */
  readonly lookedFor?: LookedFor;
}

export interface CheckedFacts {
  /** Where there is no fault, all records, with ids for names. */
  readonly records: readonly PlacedRecord[];
  /** All of them, in the order of the files. */
  readonly faults: readonly FactFault[];
  /** The code of the kind of every id that the files name and that is known, in the graph or in the files. */
  readonly kindOfId: ReadonlyMap<string, string>;
}

function checkIds(records: readonly PlacedRecord[], faults: Fault[]): void {
  const first = new Map<string, PlacedRecord>();
  for (const record of records.filter(({ input }) => input.id !== NO_ID)) {
    const { id } = record.input;
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, record);
      continue;
    }
    const { file, line } = other.file.faultAt([...other.path, 'id'], '');
    faults.push(
      record.file.faultAt(
        [...record.path, 'id'],
        `id: "${id}" is taken at ${file}:${line}; ids are unique across all kinds`,
      ),
    );
  }
}

/** Checks that no id is that of a record of another kind, or of a retracted one. */
function checkTaken(
  records: readonly PlacedRecord[],
  stored: ReadonlyMap<string, string>,
  retracted: ReadonlyMap<string, RetractedRecord>,
  faults: Fault[],
): void {
  for (const { file, path, input, kind } of records) {
    const { id } = input;
    const code = stored.get(id);
    const gone = retracted.get(id);
    const idPath = [...path, 'id'];
    if (gone !== undefined) faults.push(file.faultAt(idPath, `id: ${retractedMessage(id, gone)}`));
    if (code === undefined || code === kind.code) continue;
    faults.push(
      file.faultAt(idPath, `id: "${id}" is a ${kindOf(code).name} already; ids are unique across all kinds`),
    );
  }
}

/** Checks files against each other and against what the graph holds. */
export async function checkFacts(reader: Reader, files: readonly FactFile[]): Promise<CheckedFacts> {
  const faults: FactFault[] = [];
  const checked = files.flatMap((file) => checkFile(file, faults));
  checkIds(checked, faults);
  const ids = checked.map(({ input }) => input.id).filter((id) => id !== NO_ID);
  const referred = checked.flatMap((record) => referencesIn(record).map(({ text }) => text));
  const stored = await findKinds(reader, [...new Set([...ids, ...referred])]);
  const newIds = ids.filter((id) => !stored.has(id));
  checkTaken(checked, stored, await findRetracted(reader, newIds), faults);
  // A record with a fault of its own can still be referred to: one slip is told once.
  const rows = files.flatMap(rowsWithId);
  const kindOfId = new Map([...stored, ...rows.map(([kind, { id }]) => [id, kind.code] as const)]);
  const written = () => rows.map(([kind, row]) => textsOfRow(kind, row));
  const resolved = await resolveNames(reader, checked, { kindOfId, written });
  for (const { record, path, message, lookedFor } of resolved.faults) {
    const fault = record.file.faultAt([...record.path, ...path], message);
    faults.push({ ...fault, ...(lookedFor !== undefined && { lookedFor }) });
  }
  return { records: resolved.records, faults: faults.sort(byPlace), kindOfId };
}

/** All faults as one text, a line each. */
export const formatFaults = (faults: readonly Fault[]): string => faults.map(formatFault).join('\n');
