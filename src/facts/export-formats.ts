/** How records are written down, in the words that imports read. */
import { stringify as toCsv } from 'csv-stringify/sync';
import { stringify as toYaml } from 'yaml';
import type { AnyRecord, FieldValue, Kind } from '../model/kind.js';
import { type ValueOf, vocabulary } from '../model/vocabulary.js';
import { toJson } from '../records/record-json.js';
import { csvColumns, writeCell } from './csv-columns.js';

export const exportFormat = vocabulary('ExportFormat', 'How records are written down.', {
  yaml: 'A section with a list of records.',
  json: 'The same as JSON.',
  csv: 'A row that names the columns, then a row for each record.',
});
export type ExportFormat = ValueOf<typeof exportFormat>;

/** A file is its start, its records in any number of parts, and its end. */
interface FileParts {
  start(kind: Kind): string;
  part(kind: Kind, records: readonly AnyRecord[], isFirst: boolean): string;
  end(): string;
}

const isEmpty = (value: FieldValue): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** A record as files have it: without kind and version, and only what it says. */
function asWritten({ kind: _kind, version: _version, ...values }: AnyRecord): AnyRecord {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value))) as AnyRecord;
}

const csvRows = (rows: readonly (readonly string[])[]): string =>
  toCsv(rows as string[][], { record_delimiter: '\n', quoted_match: /[\r\n]/ });

export const fileParts: Readonly<Record<ExportFormat, FileParts>> = {
  yaml: {
    start: ({ section }) => `${section}:\n`,
    part: (_kind, records) => toYaml(records.map(asWritten), { lineWidth: 0, aliasDuplicateObjects: false }),
    end: () => '',
  },
  json: {
    start: ({ section }) => `{"${section}": [\n`,
    part: (_kind, records, isFirst) =>
      `${isFirst ? '' : ',\n'}${records.map((record) => toJson(asWritten(record))).join(',\n')}`,
    end: () => '\n]}\n',
  },
  csv: {
    start: (kind) => csvRows([csvColumns(kind).map(({ name }) => name)]),
    part: (kind, records) =>
      csvRows(records.map((record) => csvColumns(kind).map((column) => writeCell(record, column)))),
    end: () => '',
  },
};
