/** A text of facts with the place of everything in it, so that a fault can be shown where it stands. YAML holds JSON too. */
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { findTooDeep, TOO_DEEP } from './check-depth.js';
import { withoutMark } from './decode-text.js';
import { ALIAS_FAULT, findAliasOffset, findShapeFaults, MAX_ALIASES } from './document-shape.js';
import type { Fault } from './fault.js';
import { characterFault } from './text-place.js';

export type Path = readonly (string | number)[];

export interface FactFile {
  readonly name: string;
  /** The parsed content: sections of records. */
  readonly content: unknown;
  /** What keeps the text from being read at all. */
  readonly faults: readonly Fault[];
  /** The fault at this place: where it has no place of its own, at the nearest one above. */
  faultAt(path: Path, message: string): Fault;
}

type Ranged = { readonly range?: readonly number[] | null } | undefined;

/** The key at the end of the path where there is one, for a fault is read at its name. */
function keyOffset(document: Document, path: Path): number | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  return (pair?.key as Ranged)?.range?.[0];
}

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    const offset = keyOffset(document, part) ?? (document.getIn(part, true) as Ranged)?.range?.[0];
    if (offset !== undefined) return offset;
  }
  return 0;
}

type FaultAtOffset = (offset: number, message: string) => Fault;

function readContent(document: Document, faultAtOffset: FaultAtOffset): Pick<FactFile, 'content' | 'faults'> {
  // A warning is about a tag that means nothing to us: better refused than guessed.
  const parserFaults = [...document.errors, ...document.warnings].map(({ pos: [offset], message }) => ({
    offset,
    message,
  }));
  const found = parserFaults.length > 0 ? parserFaults : findShapeFaults(document);
  const faults = found.map(({ offset, message }) => faultAtOffset(offset, message));
  if (faults.length > 0) return { content: null, faults };
  try {
    return { content: document.toJS({ maxAliasCount: MAX_ALIASES }), faults };
  } catch {
    // The text was parsed without a fault, so only its aliases can be wrong.
    return { content: null, faults: [faultAtOffset(findAliasOffset(document), ALIAS_FAULT)] };
  }
}

/** A file of which nothing can be read. */
export const unreadableFile = (name: string, fault: Fault): FactFile => ({
  name,
  content: null,
  faults: [fault],
  faultAt: (_path, message) => ({ ...fault, message }),
});

/** The largest YAML or JSON file that is read: all of it is held at once. CSV has no such limit. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
export const TOO_LONG = 'a YAML or JSON file has at most 64 MiB; split it, or use CSV';

function documentFault(name: string, text: string): Fault | undefined {
  const start = { file: name, line: 1, column: 1 };
  if (text.length > MAX_DOCUMENT_BYTES) return { ...start, message: TOO_LONG };
  const place = findTooDeep(text);
  return place === undefined ? characterFault(name, text) : { ...start, ...place, message: TOO_DEEP };
}

/** Reads YAML or JSON. */
export function readFactFile(name: string, given: string): FactFile {
  const text = withoutMark(given);
  const fault = documentFault(name, text);
  if (fault !== undefined) return unreadableFile(name, fault);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    intAsBigInt: true,
    prettyErrors: false,
    stringKeys: true,
    // The parser compares every key with every other one; findShapeFaults does not.
    uniqueKeys: false,
  });
  const faultAtOffset: FaultAtOffset = (offset, message) => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line, column: col, message };
  };
  return {
    name,
    ...readContent(document, faultAtOffset),
    faultAt: (path, message) => faultAtOffset(offsetOf(document, path), message),
  };
}
