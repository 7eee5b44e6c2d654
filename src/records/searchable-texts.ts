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

type SearchedField = readonly [name: string, field: TextField];

const isSearched = (entry: [string, FieldSpec]): entry is [string, TextField] =>
  entry[1].type === 'text' && entry[1].searchWeight > 0;

const searchedFieldsOf = (kind: Kind): readonly SearchedField[] =>
  Object.entries(kind.fields).filter(isSearched);

function roleOf({ searchWeight, pattern }: TextField): TextRole {
  if (searchWeight < NAME_WEIGHT) return 'DESCRIPTION';
  return pattern === undefined ? 'NAME' : 'CODE';
}

const textsOf = (record: AnyRecord, name: string): readonly string[] => {
  const value = record[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [];
};

/** Whether records of this kind have names; those of the others go by their id. */
const hasNames = (kind: Kind): boolean =>
  searchedFieldsOf(kind).some(([, field]) => roleOf(field) === 'NAME');

/** What names things goes by its id too, and what ties companies is told by it; any other id only describes. */
const idRoleOf = (kind: Kind): keyof typeof ID_WEIGHTS =>
  hasNames(kind) || kind.interfaces.includes(relationshipInterface.name) ? 'ID' : 'DESCRIPTION';

/** The texts by which a record is found, what weighs most first. */
export function searchableTexts(kind: Kind, record: AnyRecord): SearchableText[] {
  const idRole = idRoleOf(kind);
  const texts: SearchableText[] = [
    ...searchedFieldsOf(kind).flatMap(([name, field]) =>
      textsOf(record, name).map((text) => ({ text, role: roleOf(field), weight: field.searchWeight })),
    ),
    { text: record.id, role: idRole, weight: ID_WEIGHTS[idRole] },
  ];
  return texts.sort((one, other) => other.weight - one.weight);
}
