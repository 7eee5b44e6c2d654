/**
 * Turns what records refer to into ids: an id of a record that the field may point to stands for itself; anything else
 * is a name, and must be that of exactly one such record, in the graph or among the records that are written with it.
 */
import type { AnyRecord } from '../model/kind.js';
import type { Reader } from '../store/graph-store.js';
import { groupBy } from './group-by.js';
import { findHolders, keysToLookUp, nameKeysOf } from './name-keys.js';
import {
  mayPointTo,
  type RecordToWrite,
  referencesIn,
  replaceReferences,
  targetKinds,
  type WrittenReference,
} from './record-references.js';
import {
  ambiguousName,
  type ReferenceFault,
  tooFewReferences,
  unknownReference,
  wrongKind,
} from './reference-faults.js';

/** What can be referred to: the code of the kind of every id that is known, and the records written together. */
export interface Referable {
  readonly kindOfId: ReadonlyMap<string, string>;
  /** Their names count as they are written, not as they are stored. */
  readonly written: () => readonly AnyRecord[];
}

export interface Resolved<Written extends RecordToWrite> {
  /** All of them; those without a fault have ids only. */
  readonly records: readonly Written[];
  readonly faults: readonly (ReferenceFault & { readonly record: Written })[];
}

/** The same text means the same wherever it stands for the same sort of record. */
const meaningOf = ({ text, field }: Pick<WrittenReference, 'text' | 'field'>): string =>
  `${field.to} ${text}`;

const keysOf = ({ text, field }: WrittenReference): string[] => keysToLookUp(text, targetKinds(field));

/** The ids of the records that each name fits. */
async function findFits(
  reader: Reader,
  names: readonly WrittenReference[],
  written: readonly AnyRecord[],
): Promise<Map<string, readonly string[]>> {
  const stored = await findHolders(reader, [...new Set(names.flatMap(keysOf))]);
  const writtenIds = new Set(written.map(({ id }) => id));
  const among = groupBy(
    written.flatMap((record) => nameKeysOf(record).map((key) => ({ key, id: record.id }))),
    ({ key }) => key,
  );
  const idsAt = (key: string): string[] => [
    ...(stored.get(key) ?? []).filter((id) => !writtenIds.has(id)),
    ...(among.get(key) ?? []).map(({ id }) => id),
  ];
  return new Map(names.map((name) => [meaningOf(name), [...new Set(keysOf(name).flatMap(idsAt))].sort()]));
}

function faultOf(
  reference: WrittenReference,
  fits: readonly string[],
  { kindOfId }: Referable,
): ReferenceFault | undefined {
  if (fits.length === 1) return undefined;
  if (fits.length > 1) return ambiguousName(reference, fits);
  const code = kindOfId.get(reference.text);
  return code === undefined ? unknownReference(reference) : wrongKind(reference, code);
}

/** Names that differ can be of one record; a list that asks for several is then too short. */
const listFaults = (record: RecordToWrite): ReferenceFault[] =>
  referencesIn(record)
    .filter(({ path, field }) => path[1] === 0 && field.minItems > 1)
    .flatMap((first) => {
      const items = record.input[first.path[0] as string] as readonly string[];
      return items.length < first.field.minItems ? [tooFewReferences(first)] : [];
    });

/** Resolves the references of checked records; reads only where something is not referred to by its id. */
export async function resolveNames<Written extends RecordToWrite>(
  reader: Reader,
  records: readonly Written[],
  referable: Referable,
): Promise<Resolved<Written>> {
  const isName = ({ text, field }: WrittenReference): boolean =>
    !mayPointTo(field, referable.kindOfId.get(text));
  const named = records.flatMap((record) => {
    const names = referencesIn(record).filter(isName);
    return names.length === 0 ? [] : [[record, names] as const];
  });
  if (named.length === 0) return { records, faults: [] };

  const fits = await findFits(
    reader,
    named.flatMap(([, names]) => names),
    referable.written(),
  );
  const fitsOf = (name: Pick<WrittenReference, 'text' | 'field'>): readonly string[] =>
    fits.get(meaningOf(name)) ?? [];
  const faults: (ReferenceFault & { record: Written })[] = [];
  const resolved = new Map<Written, Written>();
  for (const [record, names] of named) {
    const input = replaceReferences(record, (text, field) => {
      const [id, ...others] = fitsOf({ text, field });
      return id === undefined || others.length > 0 ? text : id;
    });
    const unresolved = names.flatMap((name) => faultOf(name, fitsOf(name), referable) ?? []);
    const found = unresolved.length > 0 ? unresolved : listFaults({ ...record, input });
    faults.push(...found.map((fault) => ({ ...fault, record })));
    resolved.set(record, { ...record, input });
  }
  return { records: records.map((record) => resolved.get(record) ?? record), faults };
}
