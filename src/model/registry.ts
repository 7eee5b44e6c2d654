/** Looks kinds up by the names that they go by. */
import { dealInterface } from './deal.js';
import type { FieldSpec, ReferenceField } from './field.js';
import type { Kind, RecordInterface } from './kind.js';
import { company } from './kinds/company.js';
import { kinds } from './kinds/index.js';
import { relationshipInterface } from './relationship.js';

export { kinds };

export const interfaces: readonly RecordInterface[] = [relationshipInterface, dealInterface];

/** The kind whose records the flows run between. It is the one kind that shared code may tell from the others. */
export const companyKind: Kind = company;

const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
const bySection = new Map(kinds.map((kind) => [kind.section, kind]));

/** The kind with this code. Codes come from the store or from enums, so an unknown one is a defect. */
export function kindOf(code: string): Kind {
  const kind = byCode.get(code);
  if (kind === undefined) throw new Error(`there is no kind with the code ${code}`);
  return kind;
}

/** The sections of files of facts: one for each kind. */
export const sections: readonly string[] = kinds.map(({ section }) => section);

export const findKindBySection = (section: string): Kind | undefined => bySection.get(section);

/** The kinds that a reference to this name may point to: one kind, or all that share an interface. */
export const kindsNamed = (name: string): readonly Kind[] =>
  kinds.filter((kind) => kind.name === name || kind.interfaces.includes(name));

export const dealKinds = kindsNamed('Deal');
export const dealCodes: readonly string[] = dealKinds.map(({ code }) => code);
export const supplyKinds = kinds.filter((kind) => kind.casts.some((cast) => cast.flow === 'SUPPLIES'));

export type NamedReference = readonly [name: string, field: ReferenceField];

const isReference = (entry: [string, FieldSpec]): entry is [string, ReferenceField] =>
  entry[1].type === 'reference';

/** The fields of a kind that point to other records. */
export const referencesOf = (kind: Kind | RecordInterface): readonly NamedReference[] =>
  Object.entries(kind.fields).filter(isReference);
