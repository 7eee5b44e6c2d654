/** What a parsed YAML or JSON document may be made of, so that no small text costs much. */
import { type Document, isScalar, visit } from 'yaml';

/** A text made to grow without bound through aliases is refused; facts need none. */
export const MAX_ALIASES = 100;
export const ALIAS_FAULT = `an alias (*name) leads nowhere, or the aliases of this file name too much (at most ${MAX_ALIASES}); write out what it stands for`;
/** More than any record has fields, and any file has sections. */
const MAX_KEYS = 200;

export interface FaultAtOffset {
  /** In UTF-16 units, from 0. */
  readonly offset: number;
  readonly message: string;
}

interface Pair {
  readonly key: unknown;
}
const keyOf = ({ key }: Pair): { text: string; offset: number } | undefined =>
  isScalar(key) ? { text: String(key.value), offset: key.range?.[0] ?? 0 } : undefined;

function findKeyFaults(pairs: readonly Pair[]): FaultAtOffset[] {
  const keys = pairs.flatMap((pair) => keyOf(pair) ?? []);
  const surplus = keys[MAX_KEYS];
  if (surplus !== undefined) {
    return [{ offset: surplus.offset, message: `this map has more than ${MAX_KEYS} keys` }];
  }
  const known = new Set<string>();
  return keys.flatMap(({ text, offset }) => {
    if (!known.has(text)) {
      known.add(text);
      return [];
    }
    return [{ offset, message: 'Map keys must be unique' }];
  });
}

/** Keys that stand twice, maps of too many keys, and aliases where there are too many of them. */
export function findShapeFaults(document: Document): FaultAtOffset[] {
  const faults: FaultAtOffset[] = [];
  const aliases: number[] = [];
  visit(document, {
    Alias(_key, alias) {
      aliases.push(alias.range?.[0] ?? 0);
    },
    Map(_key, { items }) {
      faults.push(...findKeyFaults(items));
    },
  });
  const surplus = aliases[MAX_ALIASES];
  return surplus === undefined ? faults : [{ offset: surplus, message: ALIAS_FAULT }];
}

/** Where the first alias stands that leads nowhere, or else the first one at all. */
export function findAliasOffset(document: Document): number {
  const offsets: { first?: number; lost?: number } = {};
  visit(document, {
    Alias(_key, alias) {
      offsets.first ??= alias.range?.[0];
      if (alias.resolve(document) === undefined) offsets.lost ??= alias.range?.[0];
    },
  });
  return offsets.lost ?? offsets.first ?? 0;
}
