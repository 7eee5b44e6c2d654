/** The references that a record makes, as they are written: by id, or by name until they are resolved. */
import type { ReferenceField } from '../model/field.js';
import type { FieldValue, Kind } from '../model/kind.js';
import type { RecordInput } from '../model/record-schema.js';
import { kinds, kindsNamed, type NamedReference, referencesOf } from '../model/registry.js';
import type { InputPath } from './check-record.js';

/** A checked record that is to be written. */
export interface RecordToWrite {
  readonly kind: Kind;
  readonly input: RecordInput;
}

export interface WrittenReference {
  readonly text: string;
  readonly path: InputPath;
  readonly field: ReferenceField;
}

const fieldsByKind = new Map<Kind, readonly NamedReference[]>(
  kinds.map((kind) => [kind, referencesOf(kind)]),
);
const targets = [...fieldsByKind.values()].flatMap((fields) => fields.map(([, { to }]) => to));
const kindsByTarget = new Map(targets.map((to) => [to, kindsNamed(to)]));
const codesByTarget = new Map(
  [...kindsByTarget].map(([to, named]) => [to, new Set(named.map(({ code }) => code))]),
);

const referenceFields = (kind: Kind): readonly NamedReference[] => fieldsByKind.get(kind) ?? [];

/** The kinds of record that a field may point to. */
export const targetKinds = ({ to }: ReferenceField): readonly Kind[] => kindsByTarget.get(to) ?? [];

/** Whether a field may point to a record of the kind with this code. */
export const mayPointTo = ({ to }: ReferenceField, code: string | undefined): boolean =>
  code !== undefined && codesByTarget.get(to)?.has(code) === true;

export const referencesIn = ({ kind, input }: RecordToWrite): WrittenReference[] =>
  referenceFields(kind).flatMap(([name, field]): WrittenReference[] => {
    const value = input[name];
    if (Array.isArray(value)) return value.map((text, index) => ({ text, path: [name, index], field }));
    return value === undefined ? [] : [{ text: value as string, path: [name], field }];
  });

/** The same input, each reference as `idOf` says; what a list then names twice stands in it once. */
export function replaceReferences(
  { kind, input }: RecordToWrite,
  idOf: (text: string, field: ReferenceField) => string,
): RecordInput {
  const replaced: Record<string, FieldValue> = {};
  for (const [name, field] of referenceFields(kind)) {
    const value = input[name];
    if (Array.isArray(value)) {
      replaced[name] = [...new Set((value as readonly string[]).map((text) => idOf(text, field)))];
    } else if (value !== undefined) {
      replaced[name] = idOf(value as string, field);
    }
  }
  return { ...input, ...replaced };
}
