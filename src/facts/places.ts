/** Where everything in a document stands, as plain values that another thread can be given. */
import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';

export type Path = readonly (string | number)[];

/** Offsets in UTF-16 units, from 0. */
export interface Place {
  /** Of the name of a field, for a fault is read there; else of the value. */
  readonly at: number;
  /** By field, or by position in a list. */
  readonly inside: ReadonlyMap<string | number, Place>;
}

const empty: ReadonlyMap<string | number, Place> = new Map();

type Given = ParsedNode | null | undefined;

function insideOf(node: Given): ReadonlyMap<string | number, Place> {
  if (isMap<unknown, Given>(node)) {
    const places = new Map<string | number, Place>();
    for (const { key, value } of node.items) {
      if (!isScalar(key) || places.has(key.value as string)) continue;
      places.set(key.value as string, placeOf(value, key.range?.[0]));
    }
    return places;
  }
  if (!isSeq<Given>(node)) return empty;
  return new Map(node.items.map((item, index) => [index, placeOf(item)]));
}

/** The places of a node, and of all that is in it. */
export const placeOf = (node: Given, keyOffset?: number): Place => ({
  at: keyOffset ?? node?.range?.[0] ?? 0,
  inside: insideOf(node),
});

/** The offset of what is at the end of a path: where that has no place of its own, of the nearest one above. */
export function offsetIn(document: Place, path: Path): number {
  let place = document;
  let offset = 0;
  for (const step of path) {
    const next = place.inside.get(step);
    if (next === undefined) break;
    place = next;
    offset = next.at;
  }
  return offset;
}
