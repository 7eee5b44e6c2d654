/** A record as JSON text, the way files and changes carry it; amounts beyond 2^53 are texts, so that none is rounded. */
import type { FieldSpec } from '../model/field.js';
import type { AnyRecord, FieldValue } from '../model/kind.js';
import type { Money } from '../model/money.js';
import { kindOf } from '../model/registry.js';

/** A record as its JSON says it: amounts are numbers, or texts beyond 2^53. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const exact = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
};

export const toJson = (record: AnyRecord): string => JSON.stringify(record, exact);

export const parseJson = (json: string): JsonRecord => JSON.parse(json) as JsonRecord;

function readValue(field: FieldSpec, value: unknown): FieldValue {
  if (value === undefined || value === null) return 'isList' in field && field.isList ? [] : undefined;
  if (field.type !== 'money') return value as FieldValue;
  const money = value as Omit<Money, 'value'> & { readonly value: number | string };
  return { ...money, value: BigInt(money.value) };
}

/** The record that `toJson` made this of; a field that its kind has had since is absent. */
export function fromJson(json: string): AnyRecord {
  const { id, kind, version, ...values } = parseJson(json);
  const fields = Object.entries(kindOf(kind as string).fields);
  return {
    id,
    kind,
    version,
    ...Object.fromEntries(fields.map(([name, field]) => [name, readValue(field, values[name])])),
  } as AnyRecord;
}
