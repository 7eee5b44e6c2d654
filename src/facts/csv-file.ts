/** A CSV file of one kind of record, read row by row, with the place of every cell. */
import type { Kind } from '../model/kind.js';
import { didYouMean, nearMatches } from '../near-matches.js';
import { type CsvColumn, csvColumns, readCell } from './csv-columns.js';
import { type Chunks, cellPlace, type Row, readRows } from './csv-rows.js';
import { UnreadableText } from './decode-text.js';
import { type FactFile, type Path, unreadableFile } from './fact-file.js';
import type { Fault } from './fault.js';

/** More than any kind has. */
const MAX_COLUMNS = 200;

type Header = readonly (CsvColumn | undefined)[];
type FaultAtCell = (row: Row, index: number, message: string) => Fault;

function readHeader(kind: Kind, row: Row, faultAt: FaultAtCell, faults: Fault[]): Header {
  const columns = csvColumns(kind);
  if (row.cells.length > MAX_COLUMNS) {
    faults.push(faultAt(row, 0, `the first row names more than ${MAX_COLUMNS} columns`));
    return [];
  }
  const names = row.cells.map((cell) => cell.trim());
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) < index) faults.push(faultAt(row, index, `the column ${name} stands here again`));
    else if (!columns.some((column) => column.name === name)) {
      const known = columns.map((column) => column.name);
      const near = didYouMean(nearMatches(name, known)) || `; the columns are ${known.join(', ')}`;
      faults.push(faultAt(row, index, `"${name}" is not a column of ${kind.section}${near}`));
    }
  }
  if (!names.includes('id'))
    faults.push(faultAt(row, 0, 'the column id is missing; the first row names the columns'));
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

/** Reads the records of a kind from a CSV text, given whole or in pieces. */
export async function readCsvFile(name: string, kind: Kind, chunks: Chunks): Promise<FactFile> {
  const faults: Fault[] = [];
  const records: Record<string, unknown>[] = [];
  const rows: Row[] = [];
  const faultAtCell: FaultAtCell = (row, index, message) => ({
    file: name,
    ...cellPlace(row, index),
    message,
  });
  let header: Header | undefined;
  try {
    for await (const row of readRows(name, chunks)) {
      if (header === undefined) {
        header = readHeader(kind, row, faultAtCell, faults);
        // With a wrong header every row would seem wrong.
        if (faults.length > 0) break;
      } else if (row.cells.length !== header.length) {
        const message = `this row has ${row.cells.length} cells, but the header names ${header.length} columns`;
        faults.push(faultAtCell(row, 0, message));
      } else {
        records.push(readRow(header, row));
        // The cells are in the raw text; only a fault asks for them again.
        rows.push({ ...row, cells: [] });
      }
    }
  } catch (error) {
    if (error instanceof UnreadableText) return unreadableFile(name, error.fault);
    throw error;
  }
  return {
    name,
    content: { [kind.section]: records },
    faults,
    faultAt([, index, ...path], message) {
      const row = rows[Number(index)] ?? { cells: [], raw: '', line: 1 };
      const column = path.length === 0 ? 0 : columnOf(header ?? [], path);
      return faultAtCell(row, Math.max(0, column), message);
    },
  };
}
