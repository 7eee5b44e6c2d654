/**
 * Turns what records refer to into ids: an id of a record that the field may point to stands for itself; anything else
 * is a name, and must be that of exactly one such record, in the graph or among the records that are written with it.
 */
import type { Reader } from '../store/graph-store.js';
import { lookUpNames, type Referable } from './look-up-names.js';
import {
  mayPointTo,
  type RecordToWrite,
  referencesIn,
  replaceReferences,
  type WrittenReference,
} from './record-references.js';
import { type ReferenceFault, tooFewReferences } from './reference-faults.js';

export interface Resolved<Written extends RecordToWrite> {
  /** All of them; those without a fault have ids only. */
  readonly records: readonly Written[];
  readonly faults: readonly (ReferenceFault & { readonly record: Written })[];
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
  const isName = ({ text, field }: WrittenReference): boolean => !mayPointTo(field, referable.kindOfId(text));
  const named = records.flatMap((record) => {
    const names = referencesIn(record).filter(isName);
    return names.length === 0 ? [] : [[record, names] as const];
  });
  if (named.length === 0) return { records, faults: [] };

  const meanings = await lookUpNames(
    reader,
    named.flatMap(([, names]) => names),
    referable,
  );
  const faults: (ReferenceFault & { record: Written })[] = [];
  const resolved = new Map<Written, Written>();
  for (const [record, names] of named) {
    const input = replaceReferences(record, (text, field) => meanings.idOf({ text, field }) ?? text);
    const unresolved = names.flatMap((name) => meanings.faultOf(name) ?? []);
    const found = unresolved.length > 0 ? unresolved : listFaults({ ...record, input });
    faults.push(...found.map((fault) => ({ ...fault, record })));
    resolved.set(record, { ...record, input });
  }
  return { records: records.map((record) => resolved.get(record) ?? record), faults };
}
