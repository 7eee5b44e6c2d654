/** Checks files of facts as a whole: every record by itself, ids against each other, references against all there is. */
import { findKindBySection, kinds } from '../model/registry.js';
import { didYouMean, nearMatches } from '../near-matches.js';
import { findKinds } from '../records/find-kinds.js';
import type { RecordToWrite } from '../records/write-records.js';
import type { Reader } from '../store/graph-store.js';
import { checkRecord } from './check-record.js';
import { checkReferences, referredIds } from './check-references.js';
import type { FactFile, Path } from './fact-file.js';
import { byPlace, type Fault, formatFault } from './fault.js';

/** A checked record and where it stands. */
export interface PlacedRecord extends RecordToWrite {
  readonly file: FactFile;
  readonly path: Path;
}

export interface CheckedFacts {
  readonly records: readonly PlacedRecord[];
  /** All of them, in the order of the files. */
  readonly faults: readonly Fault[];
}

function checkSection(file: FactFile, section: string, rows: unknown, faults: Fault[]): PlacedRecord[] {
  const kind = findKindBySection(section);
  if (kind === undefined) {
    const sections = kinds.map((known) => known.section);
    const near = didYouMean(nearMatches(section, sections)) || `; the sections are ${sections.join(', ')}`;
    faults.push(file.faultAt([section], `${section} is not a section${near}`));
    return [];
  }
  if (rows === null) return [];
  if (!Array.isArray(rows)) {
    faults.push(file.faultAt([section], `${section} is a list of records`));
    return [];
  }
  return rows.flatMap((raw: unknown, index) => {
    const checked = checkRecord(kind, raw);
    const path = [section, index];
    if (checked.input !== undefined) return [{ kind, input: checked.input, file, path }];
    for (const fault of checked.faults) faults.push(file.faultAt([...path, ...fault.path], fault.message));
    return [];
  });
}

function checkFile(file: FactFile, faults: Fault[]): PlacedRecord[] {
  faults.push(...file.faults);
  if (file.content === null || file.content === undefined) return [];
  if (typeof file.content !== 'object' || Array.isArray(file.content)) {
    faults.push(file.faultAt([], 'a file of facts is a map of sections, each a list of records'));
    return [];
  }
  return Object.entries(file.content).flatMap(([section, rows]) => checkSection(file, section, rows, faults));
}

function checkIds(records: readonly PlacedRecord[], faults: Fault[]): void {
  const first = new Map<string, PlacedRecord>();
  for (const record of records) {
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

function checkKinds(
  records: readonly PlacedRecord[],
  stored: ReadonlyMap<string, string>,
  faults: Fault[],
): void {
  for (const { file, path, input, kind } of records) {
    const code = stored.get(input.id);
    if (code === undefined || code === kind.code) continue;
    faults.push(
      file.faultAt(
        [...path, 'id'],
        `id: "${input.id}" is a ${code} already; ids are unique across all kinds`,
      ),
    );
  }
}

/** Checks files against each other and against what the graph holds. */
export async function checkFacts(reader: Reader, files: readonly FactFile[]): Promise<CheckedFacts> {
  const faults: Fault[] = [];
  const records = files.flatMap((file) => checkFile(file, faults));
  checkIds(records, faults);
  const ids = records.map(({ input }) => input.id);
  const stored = await findKinds(reader, [...new Set([...ids, ...records.flatMap(referredIds)])]);
  checkKinds(records, stored, faults);
  // A record with a fault of its own can still be referred to: one slip is told once.
  const named = files.flatMap(namedIds);
  const known = new Map([
    ...stored,
    ...named,
    ...records.map(({ input, kind }) => [input.id, kind.code] as const),
  ]);
  faults.push(...records.flatMap((record) => checkReferences(record, known)));
  return { records, faults: faults.sort(byPlace) };
}

/** The ids that a file gives, whatever else is wrong with their records. */
function namedIds({ content }: FactFile): [id: string, code: string][] {
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([section, rows]): [string, string][] => {
    const kind = findKindBySection(section);
    if (kind === undefined || !Array.isArray(rows)) return [];
    return rows.flatMap((row: unknown): [string, string][] => {
      const id = (row as { id?: unknown } | null)?.id;
      return typeof id === 'string' ? [[id, kind.code]] : [];
    });
  });
}

/** All faults as one text, a line each. */
export const formatFaults = (faults: readonly Fault[]): string => faults.map(formatFault).join('\n');
