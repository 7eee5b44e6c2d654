/** A CSV file of one kind of record, read row by row, with the place of every cell. */
import { createHash, type Hash } from 'node:crypto';
import type { Kind } from '../model/kind.js';
import { oneOf } from '../near-matches.js';
import { type CsvColumn, csvColumns, readCell } from './csv-columns.js';
import { type Chunks, cellPlace, type Row, readRows } from './csv-rows.js';
import { UnreadableText } from './decode-text.js';
import { type FactFile, unreadableFile } from './fact-file.js';
import { createFaultList, type Fault, type FaultList } from './fault.js';
import type { Path } from './places.js';

/** More than any kind has. */
const MAX_COLUMNS = 200;

type Header = readonly (CsvColumn | undefined)[];
type FaultAtCell = (row: Row, index: number, message: string) => Fault;

function readHeader(kind: Kind, row: Row, faultAt: FaultAtCell, faults: FaultList): Header {
  const columns = csvColumns(kind);
  if (row.cells.length > MAX_COLUMNS) {
    faults.add(() => faultAt(row, 0, `the first row names more than ${MAX_COLUMNS} columns`));
    return [];
  }
  const names = row.cells.map((cell) => cell.trim());
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) < index)
      faults.add(() => faultAt(row, index, `the column ${name} stands here again`));
    else if (!columns.some((column) => column.name === name)) {
      const known = columns.map((column) => column.name);
      const near = oneOf(name, known, 'the columns are');
      faults.add(() => faultAt(row, index, `"${name}" is not a column of ${kind.section}${near}`));
    }
  }
  if (!names.includes('id'))
    faults.add(() => faultAt(row, 0, 'the column id is missing; the first row names the columns'));
  return names.map((name) => columns.find((column) => column.name === name));
}

function readRow(header: Header, { cells }: Row): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [index, column] of header.entries()) {
    const value = column && readCell(column, cells[index] ?? '');
    if (column === undefined || value === undefined) continue;
    if (column.part === undefined) record[column.field] = value;
    else record[column.field] = { ...(record[column.field] as object | undefined), [column.part]: value };
  }
  return record;
}

/** The column that a part of a record stands in: that of the part itself, or else the first one of its field. */
function columnOf(header: Header, path: Path): number {
  const exact = header.findIndex((column) => column?.name === path.join('.'));
  return exact >= 0 ? exact : header.findIndex((column) => column?.field === path[0]);
}

interface Part {
  readonly records: Record<string, unknown>[];
  readonly rows: Row[];
  readonly faults: FaultList;
  /** Of all that was read, so that what is read again can be compared. */
  readonly digest: Hash;
}

const newPart = (): Part => ({
  records: [],
  rows: [],
  faults: createFaultList(),
  digest: createHash('sha256'),
});

const rowsIn = ({ rows, faults }: Part): number => rows.length + faults.kept.length + faults.more;

function asFile(name: string, kind: Kind, header: Header, part: Part, faultAtCell: FaultAtCell): FactFile {
  const { records, rows, faults, digest } = part;
  return {
    name,
    content: { [kind.section]: records },
    faults,
    digest: digest.digest('base64'),
    faultAt([, index, ...path], message) {
      const row = rows[Number(index)] ?? { cells: [], raw: '', line: 1 };
      const column = path.length === 0 ? 0 : columnOf(header, path);
      return faultAtCell(row, Math.max(0, column), message);
    },
  };
}

/**
 * Reads the records of a kind from a CSV text, given whole or in pieces: at least one file, of at most `size` rows each.
 * Where the text can't be read on, the last one says so and has no records.
 */
export async function* readCsvParts(
  name: string,
  kind: Kind,
  chunks: Chunks,
  size: number,
): AsyncGenerator<FactFile> {
  const faultAtCell: FaultAtCell = (row, index, message) => ({
    file: name,
    ...cellPlace(row, index),
    message,
  });
  let part = newPart();
  let header: Header | undefined;
  try {
    for await (const row of readRows(name, chunks)) {
      if (header === undefined) {
        header = readHeader(kind, row, faultAtCell, part.faults);
        // With a wrong header every row would seem wrong.
        if (part.faults.kept.length > 0) break;
        continue;
      }
      if (rowsIn(part) === size) {
        yield asFile(name, kind, header, part, faultAtCell);
        part = newPart();
      }
      part.digest.update(row.raw);
      const { length } = header;
      if (row.cells.length !== length) {
        const message = `this row has ${row.cells.length} cells, but the header names ${length} columns`;
        part.faults.add(() => faultAtCell(row, 0, message));
      } else {
        part.records.push(readRow(header, row));
        // The cells are in the raw text; only a fault asks for them again.
        part.rows.push({ ...row, cells: [] });
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    return yield unreadableFile(name, error.fault);
  }
  yield asFile(name, kind, header ?? [], part, faultAtCell);
}

/** Reads all records of a CSV text at once. */
export async function readCsvFile(name: string, kind: Kind, chunks: Chunks): Promise<FactFile> {
  for await (const file of readCsvParts(name, kind, chunks, Number.POSITIVE_INFINITY)) return file;
  throw new Error(`nothing was read of ${name}`);
}
