/** Finds what names stand for: exactly one record of the right kind, or the reason why none. */
import type { AnyRecord } from '../model/kind.js';
import type { Reader } from '../store/graph-store.js';
import { findRetracted } from './find-retracted.js';
import { findHolders, keysToLookUp, nameKeysOf } from './name-keys.js';
import { targetKinds, type WrittenReference } from './record-references.js';
import {
  ambiguousName,
  type ReferenceFault,
  retractedReference,
  unknownReference,
  wrongKind,
} from './reference-faults.js';

/** The names of the records that are written together: they count as they are written, not as they are stored. */
export interface WrittenNames {
  isWritten(id: string): boolean;
  /** The ids of the records that have a name with this key. */
  holdersOf(key: string): readonly string[];
}

/** What can be referred to. */
export interface Referable {
  /** The code of the kind of an id; undefined where it is of none that is known. */
  readonly kindOfId: (id: string) => string | undefined;
  readonly written: WrittenNames;
}

/** The names of one record that is written alone. */
export function namesOf(record: AnyRecord): WrittenNames {
  const keys = new Set(nameKeysOf(record));
  return { isWritten: (id) => id === record.id, holdersOf: (key) => (keys.has(key) ? [record.id] : []) };
}

type Name = Pick<WrittenReference, 'text' | 'field'>;

export interface NameMeanings {
  /** The id of the record that a name stands for; undefined where it is none, or several. */
  idOf(name: Name): string | undefined;
  /** Why a name does not stand for one record; undefined where it does. */
  faultOf(reference: WrittenReference): ReferenceFault | undefined;
}

const keysOf = ({ text, field }: Name): string[] => keysToLookUp(text, targetKinds(field));

/** The same text means the same wherever it stands for the same sort of record. */
const meaningOf = ({ text, field }: Name): string => `${field.to} ${text}`;

async function findFits(
  reader: Reader,
  names: readonly Name[],
  written: WrittenNames,
): Promise<Map<string, readonly string[]>> {
  const stored = await findHolders(reader, [...new Set(names.flatMap(keysOf))]);
  const idsAt = (key: string): string[] => [
    ...(stored.get(key) ?? []).filter((id) => !written.isWritten(id)),
    ...written.holdersOf(key),
  ];
  return new Map(names.map((name) => [meaningOf(name), [...new Set(keysOf(name).flatMap(idsAt))].sort()]));
}

/** Says of references that stand for no record what they are else: the id of another kind, of a retracted record, nothing. */
export async function explainUnknown(
  reader: Reader,
  unknown: readonly Name[],
  kindOfId: Referable['kindOfId'],
): Promise<(reference: WrittenReference) => ReferenceFault> {
  const texts = new Set(unknown.map(({ text }) => text).filter((text) => kindOfId(text) === undefined));
  const retracted = await findRetracted(reader, [...texts]);
  return (reference) => {
    const code = kindOfId(reference.text);
    if (code !== undefined) return wrongKind(reference, code);
    const gone = retracted.get(reference.text);
    return gone === undefined ? unknownReference(reference) : retractedReference(reference, gone);
  };
}

/** Looks up all names at once. */
export async function lookUpNames(
  reader: Reader,
  names: readonly WrittenReference[],
  { kindOfId, written }: Referable,
): Promise<NameMeanings> {
  const fits = await findFits(reader, names, written);
  const fitsOf = (name: Name): readonly string[] => fits.get(meaningOf(name)) ?? [];
  const unknown = names.filter((name) => fitsOf(name).length === 0);
  const explain = await explainUnknown(reader, unknown, kindOfId);
  return {
    idOf(name) {
      const [id, ...others] = fitsOf(name);
      return others.length === 0 ? id : undefined;
    },
    faultOf(reference) {
      const ids = fitsOf(reference);
      if (ids.length === 1) return undefined;
      return ids.length === 0 ? explain(reference) : ambiguousName(reference, ids);
    },
  };
}
