/** The records of a file, each checked by itself, and where it stands. */
import type { AnyRecord, Kind } from '../model/kind.js';
import type { RecordInput } from '../model/record-schema.js';
import { findKindBySection, sections } from '../model/registry.js';
import { oneOf } from '../near-matches.js';
import { checkRecord } from '../records/check-record.js';
import type { RecordToWrite } from '../records/record-references.js';
import type { FactFile } from './fact-file.js';
import type { FaultList } from './fault.js';
import { inTurns } from './in-turns.js';
import type { Path } from './places.js';

/** A checked record and where it stands; of one with a fault, what of it has none, so that all of it is checked at once. */
export interface PlacedRecord extends RecordToWrite {
  readonly file: FactFile;
  readonly path: Path;
}

function checkRow(kind: Kind, raw: unknown, file: FactFile, path: Path, faults: FaultList): PlacedRecord[] {
  const checked = checkRecord(kind, raw);
  if (checked.input !== undefined) return [{ kind, input: checked.input, file, path }];
  for (const fault of checked.faults) faults.add(() => file.faultAt([...path, ...fault.path], fault.message));
  const faulty = new Set(checked.faults.map((fault) => fault.path[0]));
  return isRow(raw) ? [{ kind, input: soundTexts(kind, raw, faulty), file, path }] : [];
}

async function checkSection(
  file: FactFile,
  section: string,
  rows: unknown,
  faults: FaultList,
): Promise<PlacedRecord[]> {
  const kind = findKindBySection(section);
  if (kind === undefined) {
    const near = oneOf(section, sections, 'the sections are');
    faults.add(() => file.faultAt([section], `${section} is not a section${near}`));
    return [];
  }
  if (rows === null) return [];
  if (!Array.isArray(rows)) {
    faults.add(() => file.faultAt([section], `${section} is a list of records`));
    return [];
  }
  const records: PlacedRecord[] = [];
  let index = 0;
  for await (const some of inTurns<unknown>(rows)) {
    for (const raw of some) {
      records.push(...checkRow(kind, raw, file, [section, index], faults));
      index += 1;
    }
  }
  return records;
}

/** The records of a file; what they break of the rules of their kinds is added to the faults. */
export async function checkFile(file: FactFile, faults: FaultList): Promise<PlacedRecord[]> {
  faults.addAll(file.faults);
  if (file.content === null || file.content === undefined) return [];
  if (typeof file.content !== 'object' || Array.isArray(file.content)) {
    faults.add(() => file.faultAt([], 'a file of facts is a map of sections, each a list of records'));
    return [];
  }
  const checked: PlacedRecord[][] = [];
  for (const [section, rows] of Object.entries(file.content))
    checked.push(await checkSection(file, section, rows, faults));
  return checked.flat();
}

type Row = Readonly<Record<string, unknown>>;
type RowWithId = Row & { readonly id: string };

const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row);
const hasId = (row: unknown): row is RowWithId => isRow(row) && typeof row.id === 'string';

export interface PlacedRow {
  readonly kind: Kind;
  readonly row: RowWithId;
  readonly file: FactFile;
  readonly path: Path;
}

/** The rows of a file that have an id, whatever else is wrong with them: a record with a fault can still be referred to. */
export function rowsWithId(file: FactFile): PlacedRow[] {
  const { content } = file;
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([section, rows]) => {
    const kind = findKindBySection(section);
    if (kind === undefined || !Array.isArray(rows)) return [];
    return rows.flatMap((row: unknown, index) =>
      hasId(row) ? [{ kind, row, file, path: [section, index] }] : [],
    );
  });
}

/** Stands for the id of a record that has none, or none that can be one. */
export const NO_ID = '';

const textsIn = (value: unknown): string | string[] | undefined => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
};

/** The texts of a row in which these fields have a fault, without them: its id, if that is sound, and what it refers to. */
const soundTexts = (kind: Kind, row: Row, faulty: ReadonlySet<unknown>): RecordInput =>
  Object.assign(
    Object.fromEntries(
      Object.keys(kind.fields)
        .filter((name) => !faulty.has(name))
        .map((name) => [name, textsIn(row[name])]),
    ),
    { id: typeof row.id === 'string' && !faulty.has('id') ? row.id : NO_ID },
  );

/** The texts of such a row as a record has them, so that its names can be told. */
export const textsOfRow = (kind: Kind, row: RowWithId): AnyRecord =>
  Object.assign(Object.fromEntries(Object.keys(kind.fields).map((name) => [name, textsIn(row[name])])), {
    id: row.id,
    kind: kind.code,
    version: 0,
  });
