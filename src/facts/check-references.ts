/** Checks that what a record refers to exists, and is of the kind that the field wants. */
import type { ReferenceField } from '../model/field.js';
import type { Kind } from '../model/kind.js';
import type { RecordInput } from '../model/record-schema.js';
import { kindOf, kindsNamed, referencesOf } from '../model/registry.js';
import { didYouMean, nearMatches } from '../near-matches.js';
import type { FactFile, Path } from './fact-file.js';
import type { Fault } from './fault.js';

interface Referring {
  readonly kind: Kind;
  readonly input: RecordInput;
  readonly file: FactFile;
  readonly path: Path;
}

interface Referred {
  readonly id: string;
  readonly path: Path;
  readonly field: ReferenceField;
}

const references = ({ kind, input }: Omit<Referring, 'file' | 'path'>): Referred[] =>
  referencesOf(kind).flatMap(([name, field]): Referred[] => {
    const value = input[name];
    if (Array.isArray(value)) return value.map((id, index) => ({ id, path: [name, index], field }));
    return value === undefined ? [] : [{ id: value as string, path: [name], field }];
  });

export const referredIds = (record: Omit<Referring, 'file' | 'path'>): string[] =>
  references(record).map(({ id }) => id);

/** The faults of a record's references, given the kind of every id that is known. */
export function checkReferences(record: Referring, known: ReadonlyMap<string, string>): Fault[] {
  return references(record).flatMap(({ id, path, field }) => {
    const code = known.get(id);
    const allowed = kindsNamed(field.to);
    if (code !== undefined && allowed.some((kind) => kind.code === code)) return [];
    const message =
      code === undefined
        ? `there is no ${field.to} "${id}"${didYouMean(nearMatches(id, idsOf(known, allowed))) || '; add it, or use the id of one that exists'}`
        : `"${id}" is a ${kindOf(code).name}, but ${path[0]} wants a ${field.to}`;
    return [record.file.faultAt([...record.path, ...path], `${path[0]}: ${message}`)];
  });
}

function* idsOf(known: ReadonlyMap<string, string>, allowed: readonly Kind[]): Generator<string> {
  for (const [id, code] of known) if (allowed.some((kind) => kind.code === code)) yield id;
}
