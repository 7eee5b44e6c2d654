/** What a field of a record is: plain specifications, from which input, storage, filters and GraphQL follow. */
import type { Vocabulary } from './vocabulary.js';

interface Common {
  readonly description: string;
  readonly isRequired: boolean;
}
interface ListableCommon extends Common {
  readonly isList: boolean;
  readonly minItems: number;
}

/** The longest list that a record may hold. */
export const MAX_ITEMS = 200;
/** The longest name of a record, and of other short texts. */
export const MAX_NAME_LENGTH = 200;

export interface TextField extends ListableCommon {
  readonly type: 'text';
  readonly maxLength: number;
  /** A check beyond the length, and what to write instead. */
  readonly pattern?: { readonly regex: RegExp; readonly message: string };
  /** How much a match in this field says about the record; 0 keeps it out of the search. */
  readonly searchWeight: number;
}
export interface ChoiceField extends ListableCommon {
  readonly type: 'choice';
  readonly vocabulary: Vocabulary;
}
export interface NumberField extends Common {
  readonly type: 'number';
  readonly isInteger: boolean;
  readonly min: number;
  readonly max: number;
}
export interface FlagField extends Common {
  readonly type: 'flag';
}
/** `counts` says which day of an imprecise date stands for it in comparisons: starts their first, ends their last. */
export interface DayField extends Common {
  readonly type: 'day';
  readonly counts: 'FIRST' | 'LAST';
}
export interface MoneyField extends Common {
  readonly type: 'money';
  readonly mayBeNegative: boolean;
}
export interface ReferenceField extends ListableCommon {
  readonly type: 'reference';
  /** The kind, or the interface of kinds (`Deal`), that it points to. */
  readonly to: string;
  /** The type of the relationship in the graph, from this record to the other. */
  readonly relationship: string;
  /** The field of the other record that lists the records pointing to it. */
  readonly reverse?: string;
}

export type FieldSpec =
  | TextField
  | ChoiceField
  | NumberField
  | FlagField
  | DayField
  | MoneyField
  | ReferenceField;

export type Fields = Readonly<Record<string, FieldSpec>>;

const optional = { isRequired: false, isList: false, minItems: 0 } as const;

export const text = (
  description: string,
  options: { maxLength?: number; searchWeight?: number; pattern?: TextField['pattern'] } = {},
): TextField => ({
  type: 'text',
  ...optional,
  description,
  maxLength: options.maxLength ?? MAX_NAME_LENGTH,
  searchWeight: options.searchWeight ?? 0,
  ...(options.pattern && { pattern: options.pattern }),
});

export const choice = (words: Vocabulary, description: string): ChoiceField => ({
  type: 'choice',
  ...optional,
  description,
  vocabulary: words,
});

export const wholeNumber = (description: string, range: { min: number; max: number }): NumberField => ({
  type: 'number',
  isRequired: false,
  description,
  isInteger: true,
  ...range,
});

export const decimal = (description: string, range: { min: number; max: number }): NumberField => ({
  type: 'number',
  isRequired: false,
  description,
  isInteger: false,
  ...range,
});

export const flag = (description: string): FlagField => ({
  type: 'flag',
  isRequired: false,
  description,
});

/** A day from which something holds. */
export const startDay = (description: string): DayField => ({
  type: 'day',
  isRequired: false,
  counts: 'FIRST',
  description,
});

/** A day until which something holds. */
export const endDay = (description: string): DayField => ({
  type: 'day',
  isRequired: false,
  counts: 'LAST',
  description,
});

export const money = (description: string): MoneyField => ({
  type: 'money',
  isRequired: false,
  mayBeNegative: false,
  description,
});

export const signedMoney = (description: string): MoneyField => ({
  type: 'money',
  isRequired: false,
  mayBeNegative: true,
  description,
});

export const reference = (
  to: string,
  relationship: string,
  description: string,
  options: { reverse?: string } = {},
): ReferenceField => ({
  type: 'reference',
  ...optional,
  description,
  to,
  relationship,
  ...(options.reverse !== undefined && { reverse: options.reverse }),
});

/** The same field, as one that every record must have. */
export const required = <Spec extends FieldSpec>(field: Spec): Spec => ({ ...field, isRequired: true });

type Listable = TextField | ChoiceField | ReferenceField;

/** The same field, as a list that may be empty. */
export const listOf = <Spec extends Listable>(field: Spec): Spec => ({ ...field, isList: true });

/** The same field, as a list with at least this many values. */
export const someOf = <Spec extends Listable>(field: Spec, minItems = 1): Spec => ({
  ...field,
  isList: true,
  isRequired: true,
  minItems,
});
