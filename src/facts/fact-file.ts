/** A text of facts with the place of everything in it, so that a fault can be shown where it stands. YAML holds JSON too. */
import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml';
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

export function readFactFile(name: string, text: string): FactFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, intAsBigInt: true, prettyErrors: false });
  const faultAtOffset = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line, column: col, message };
  };
  const faults = document.errors.map((error: YAMLError) => faultAtOffset(error.pos[0], error.message));
  return {
    name,
    content: faults.length > 0 ? null : document.toJS({ maxAliasCount: MAX_ALIASES }),
    faults,
    faultAt: (path, message) => faultAtOffset(offsetOf(document, path), message),
  };
}
