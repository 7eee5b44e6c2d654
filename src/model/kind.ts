/** What a kind of record says of itself. Shared code asks the kind; it never compares with a concrete one. */
import type { Fields } from './field.js';
import type { Money } from './money.js';

/** The three ways in which companies are tied directly, in the order in which answers list them: by goods, money and control. */
export const allFlows = ['SUPPLIES', 'PAYS', 'OWNS'] as const;
export type Flow = (typeof allFlows)[number];

/** A flow edge that a record casts: from the company in one field to the company in another. */
export interface FlowCast<FieldName extends string = string> {
  readonly flow: Flow;
  readonly from: FieldName;
  readonly to: FieldName;
  /** Fields of the record that the edge carries too, for traversals to filter on. */
  readonly carries?: readonly FieldName[];
}

/** Two day fields of which the first may not come after the second. */
export type DayOrder<FieldName extends string = string> = readonly [FieldName, FieldName];

/** The fields that tell when a record of a kind holds; of several, the first that is known. */
export interface PeriodFields {
  /** When it was agreed: the start on basis SIGNED. */
  readonly signed: readonly string[];
  /** When it began to work: the start on basis DELIVERING. */
  readonly from: readonly string[];
  readonly to: string;
}

/** What questions learn from records that cast no flows: a figure of a company, what happened, what a currency is worth. */
export type Telling = 'FIGURE' | 'OCCURRENCE' | 'EXCHANGE';

export interface Kind<Specs extends Fields = Fields> {
  /** The GraphQL type and the label of the node: CloudContract. */
  readonly name: string;
  /** The section in files and the connection in GraphQL: cloudContracts. */
  readonly section: string;
  readonly description: string;
  /** The names of the interfaces that it implements; its nodes carry them as labels too. */
  readonly interfaces: readonly string[];
  /** Its name as an enum value, as records and flow edges store it: CLOUD_CONTRACT. */
  readonly code: string;
  readonly fields: Specs;
  readonly casts: readonly FlowCast[];
  /** When its records hold; a kind that casts flows has one. */
  readonly period?: PeriodFields;
  readonly tells?: Telling;
  readonly dayOrders: readonly DayOrder[];
}

/** What several kinds have in common, as one GraphQL interface and one label. */
export interface RecordInterface {
  readonly name: string;
  readonly section: string;
  readonly description: string;
  readonly fields: Fields;
}

export interface KindDefinition<Specs extends Fields> {
  readonly name: string;
  readonly section: string;
  readonly description: string;
  readonly interfaces?: readonly string[];
  readonly fields: Specs;
  readonly casts?: readonly FlowCast<keyof Specs & string>[];
  readonly period?: PeriodFields;
  readonly tells?: Telling;
  readonly dayOrders?: readonly DayOrder<keyof Specs & string>[];
}

export const defineKind = <const Specs extends Fields>(definition: KindDefinition<Specs>): Kind<Specs> => ({
  interfaces: [],
  casts: [],
  dayOrders: [],
  ...definition,
  code: definition.name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase(),
});

export type FieldValue = string | number | boolean | Money | readonly string[] | undefined;

/** What every record has beside its own fields. */
export interface RecordBase {
  readonly id: string;
  /** The code of its kind: CLOUD_CONTRACT. */
  readonly kind: string;
  /** 1 when it was written first, one more with each change. */
  readonly version: number;
}

/** A record of any kind: its values by field name. */
export type AnyRecord = RecordBase & { readonly [field: string]: FieldValue };

const comparable = (value: FieldValue): string =>
  JSON.stringify(value ?? null, (_key, inner) => (typeof inner === 'bigint' ? `${inner}n` : inner));

/** Whether two records of a kind say the same. */
export const sameValues = (kind: Kind, one: AnyRecord, other: AnyRecord): boolean =>
  Object.keys(kind.fields).every((name) => comparable(one[name]) === comparable(other[name]));
