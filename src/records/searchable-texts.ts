/** The texts of a record that can be searched, by what they are to it. */
import type { FieldSpec, TextField } from '../model/field.js';
import type { AnyRecord, Kind } from '../model/kind.js';
import { relationshipInterface } from '../model/relationship.js';

/** A field that weighs at least this much names the record; the others only describe it. */
const NAME_WEIGHT = 8;
/** Of an id that stands for its record, and of one that only describes it. */
const ID_WEIGHTS = { ID: 7, DESCRIPTION: 1 } as const;

/** A code, such as a ticker, is a name that fits whole or not at all. */
export type TextRole = 'NAME' | 'CODE' | 'ID' | 'DESCRIPTION';

export interface SearchableText {
  readonly text: string;
  readonly role: TextRole;
  /** How much a match says about the record: 10 for its name, 1 for its summary. */
  readonly weight: number;
}

interface SearchedField {
  readonly name: string;
  readonly role: TextRole;
  readonly weight: number;
}

const isSearched = (entry: [string, FieldSpec]): entry is [string, TextField] =>
  entry[1].type === 'text' && entry[1].searchWeight > 0;

function roleOf({ searchWeight, pattern }: TextField): TextRole {
  if (searchWeight < NAME_WEIGHT) return 'DESCRIPTION';
  return pattern === undefined ? 'NAME' : 'CODE';
}

const fieldsOf = (kind: Kind): SearchedField[] =>
  Object.entries(kind.fields)
    .filter(isSearched)
    .map(([name, field]) => ({ name, role: roleOf(field), weight: field.searchWeight }));

/** Whether records of this kind have names; those of the others go by their id. */
export const hasNames = (kind: Kind): boolean => fieldsOf(kind).some(({ role }) => role === 'NAME');

/** How records of a kind are told apart: by names of their own, by the parties in their id, or not by any text. */
export type Naming = 'NAMES' | 'PARTIES' | 'NONE';

export function namingOf(kind: Kind): Naming {
  if (hasNames(kind)) return 'NAMES';
  return kind.interfaces.includes(relationshipInterface.name) ? 'PARTIES' : 'NONE';
}

function idFieldOf(kind: Kind): SearchedField {
  const role = namingOf(kind) === 'NONE' ? 'DESCRIPTION' : 'ID';
  return { name: 'id', role, weight: ID_WEIGHTS[role] };
}

const known = new WeakMap<Kind, readonly SearchedField[]>();

/** The fields of a kind and its id, what weighs most first; worked out once, for a search asks of every record. */
function searchedFieldsOf(kind: Kind): readonly SearchedField[] {
  const fields =
    known.get(kind) ?? [...fieldsOf(kind), idFieldOf(kind)].sort((one, other) => other.weight - one.weight);
  known.set(kind, fields);
  return fields;
}

const valuesOf = (record: AnyRecord, name: string): readonly string[] => {
  const value = record[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [];
};

/** The texts by which a record is found, what weighs most first. */
export const searchableTexts = (kind: Kind, record: AnyRecord): SearchableText[] =>
  searchedFieldsOf(kind).flatMap(({ name, role, weight }) =>
    valuesOf(record, name).map((text) => ({ text, role, weight })),
  );
