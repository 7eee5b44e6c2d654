/** How a record lies in its node: flat properties, each day with its number beside it, money in three. */
import { type Day, firstDayOf, lastDayOf } from '../model/day.js';
import type { FieldSpec } from '../model/field.js';
import type { AnyRecord, FieldValue, Kind } from '../model/kind.js';
import type { Money } from '../model/money.js';
import { kindOf } from '../model/registry.js';
import type { Parameter } from '../store/graph-store.js';
import { searchTextOf } from './search-text.js';

export type StoredProperties = Readonly<Record<string, Parameter>>;

/** The property that holds a field's day as a number: announcedOnDay. */
export const dayProperty = (name: string): string => `${name}Day`;

const moneyProperties = (name: string) =>
  ({ value: `${name}Value`, currency: `${name}Currency`, basis: `${name}Basis` }) as const;

/** The property that holds one part of a field's money: amountValue. */
export const moneyProperty = (name: string, part: keyof Money): string => moneyProperties(name)[part];

/** The properties that hold the value of a kind's field. */
export const storedNames = (kind: Kind, name: string): readonly string[] =>
  kind.fields[name]?.type === 'money' ? Object.values(moneyProperties(name)) : [name];

/** The day that stands for an imprecise one in comparisons. */
export const countedDay = (field: FieldSpec & { type: 'day' }, day: Day): number =>
  field.counts === 'FIRST' ? firstDayOf(day) : lastDayOf(day);

function propertiesOf(name: string, field: FieldSpec, value: FieldValue): StoredProperties {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return {};
  if (field.type === 'day')
    return { [name]: value as Day, [dayProperty(name)]: countedDay(field, value as Day) };
  if (field.type !== 'money') return { [name]: value as Parameter };
  const money = value as Money;
  const properties = moneyProperties(name);
  return {
    [properties.value]: money.value,
    [properties.currency]: money.currency,
    [properties.basis]: money.basis,
  };
}

const valueProperties = (record: AnyRecord): StoredProperties =>
  Object.assign(
    { id: record.id, kind: record.kind, version: record.version },
    ...Object.entries(kindOf(record.kind).fields).map(([name, field]) =>
      propertiesOf(name, field, record[name]),
    ),
  );

/** The properties of a record's node. */
export const toProperties = (record: AnyRecord): StoredProperties => ({
  ...valueProperties(record),
  searchText: searchTextOf(kindOf(record.kind), record),
});

/** The properties of a retracted record's node: its last values, and when it was taken back. */
export const toRetractedProperties = (record: AnyRecord, retractedAt: string): StoredProperties => ({
  ...valueProperties(record),
  retractedAt,
});

function storedValue(
  name: string,
  field: FieldSpec,
  properties: Readonly<Record<string, unknown>>,
): FieldValue {
  if (field.type !== 'money') {
    const stored = properties[name] as FieldValue;
    return stored ?? ('isList' in field && field.isList ? [] : undefined);
  }
  const names = moneyProperties(name);
  const value = properties[names.value];
  if (value === undefined || value === null) return undefined;
  return {
    value: BigInt(value as number | bigint),
    currency: properties[names.currency],
    basis: properties[names.basis],
  } as Money;
}

/** What an engine gives of a node. */
export type ReadProperties = Readonly<Record<string, unknown>>;

/** Cypher for the properties of a record's node, but for what the text index holds: it is as long as all others together. */
export const recordProperties = (node: string): string => `${node} {.*, searchText: null}`;

/** A record of a kind, with the values of these of its fields. */
export function recordOf(
  { code }: Kind,
  fields: readonly (readonly [name: string, field: FieldSpec])[],
  properties: ReadProperties,
): AnyRecord {
  const record: Record<string, FieldValue> = {
    id: properties.id as string,
    kind: code,
    version: properties.version as number,
  };
  for (const [name, field] of fields) record[name] = storedValue(name, field, properties);
  return record as AnyRecord;
}

/** The record in a node with these properties. */
export function fromProperties(properties: ReadProperties): AnyRecord {
  const kind = kindOf(properties.kind as string);
  return recordOf(kind, Object.entries(kind.fields), properties);
}
