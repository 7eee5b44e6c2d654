/** A text of facts with the place of everything in it, so that a fault can be shown where it stands. YAML holds JSON too. */
import { type Document, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Fault } from './fault.js';

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

/** A text made to grow without bound through aliases is refused; facts need none. */
const MAX_ALIASES = 100;

type Ranged = { readonly range?: readonly number[] | null } | undefined;

/** The key at the end of the path where there is one, for a fault is read at its name. */
function keyOffset(document: Document, path: Path): number | undefined {
  const parent = document.getIn(path.slice(0, -1), true) as { items?: readonly unknown[] } | undefined;
  const pair = parent?.items?.find(
    (item) => (item as { key?: { value?: unknown } }).key?.value === path.at(-1),
  ) as { key: Ranged } | undefined;
  return pair?.key?.range?.[0];
}

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    const offset = keyOffset(document, part) ?? (document.getIn(part, true) as Ranged)?.range?.[0];
    if (offset !== undefined) return offset;
  }
  return 0;
}

/** Where the first alias stands that leads nowhere, or else the first one at all. */
function aliasOffset(document: Document): number {
  const offsets: { first?: number; lost?: number } = {};
  visit(document, {
    Alias(_key, alias) {
      offsets.first ??= alias.range?.[0];
      if (alias.resolve(document) === undefined) offsets.lost ??= alias.range?.[0];
    },
  });
  return offsets.lost ?? offsets.first ?? 0;
}

const ALIAS_FAULT = `an alias (*name) leads nowhere, or the aliases of this file name too much (at most ${MAX_ALIASES}); write out what it stands for`;

type FaultAtOffset = (offset: number, message: string) => Fault;

function readContent(document: Document, faultAtOffset: FaultAtOffset): Pick<FactFile, 'content' | 'faults'> {
  const faults = document.errors.map((error: YAMLError) => faultAtOffset(error.pos[0], error.message));
  if (faults.length > 0) return { content: null, faults };
  try {
    return { content: document.toJS({ maxAliasCount: MAX_ALIASES }), faults };
  } catch {
    // The text was parsed without a fault, so only its aliases can be wrong.
    return { content: null, faults: [faultAtOffset(aliasOffset(document), ALIAS_FAULT)] };
  }
}

export function readFactFile(name: string, text: string): FactFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, intAsBigInt: true, prettyErrors: false });
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
