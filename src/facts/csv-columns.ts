/** The columns of a kind in CSV, and how a value stands in a cell. docs/csv.md describes them. */
import type { FieldSpec } from '../model/field.js';
import type { AnyRecord, FieldValue, Kind } from '../model/kind.js';
import type { Money } from '../model/money.js';

const moneyParts = ['value', 'currency', 'basis'] as const;

export interface CsvColumn {
  /** As the header names it: supplier, amount.value. */
  readonly name: string;
  readonly field: string;
  /** Undefined for the id. */
  readonly spec: FieldSpec | undefined;
  readonly part?: keyof Money;
}

/** The id, then each field in its order; an amount has three columns. */
export const csvColumns = (kind: Kind): readonly CsvColumn[] => [
  { name: 'id', field: 'id', spec: undefined },
  ...Object.entries(kind.fields).flatMap(([field, spec]): CsvColumn[] =>
    spec.type === 'money'
      ? moneyParts.map((part) => ({ name: `${field}.${part}`, field, spec, part }))
      : [{ name: field, field, spec }],
  ),
];

/** What a spreadsheet would take for a formula, and texts that look like one made harmless. */
const formula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const neutralise = (text: string): string => (formula.test(text) ? `'${text}` : text);
const restore = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);

const joinList = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\;]/g, '\\$&')).join(';');

function splitList(cell: string): string[] {
  if (!cell.includes('\\')) return cell.split(';');
  const items = [''];
  for (const [sign, escaped] of cell.matchAll(/\\([\\;])|[\s\S]/g)) {
    if (sign === ';') items.push('');
    else items.push(`${items.pop()}${escaped ?? sign}`);
  }
  return items;
}

const decimal = /^-?\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,3})?$/i;

/** What a cell says; undefined where it is empty. A text that is no value of the field is left for the check of records. */
export function readCell({ spec }: CsvColumn, cell: string): unknown {
  const text = restore(cell.trim());
  if (text === '') return undefined;
  if (spec === undefined) return text;
  if ('isList' in spec && spec.isList) return splitList(text);
  if (spec.type === 'number') return decimal.test(text) ? Number(text) : text;
  if (spec.type === 'flag' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text;
}

const valueIn = (record: AnyRecord, { field, part }: CsvColumn): FieldValue | bigint => {
  const value = record[field];
  return part === undefined ? value : (value as Money | undefined)?.[part];
};

/** The cell of a record; texts can not be run as formulas, numbers stay numbers. */
export function writeCell(record: AnyRecord, column: CsvColumn): string {
  const value = valueIn(record, column);
  if (value === undefined) return '';
  if (Array.isArray(value)) return neutralise(joinList(value as readonly string[]));
  return typeof value === 'string' ? neutralise(value) : String(value);
}
