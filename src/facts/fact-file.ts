/** A text of facts with the place of everything in it, so that a fault can be shown where it stands. */
import type { Fault, Faults } from './fault.js';
import { faultAtOffset, type ParsedDocument, parseFacts } from './parse-document.js';
import { offsetIn, type Path } from './places.js';

export interface FactFile {
  readonly name: string;
  /** The parsed content: sections of records. */
  readonly content: unknown;
  /** What keeps the text, or rows of it, from being read at all. */
  readonly faults: Faults;
  /** Says the same of the same rows; absent where the text is held, and can't become another one. */
  readonly digest?: string;
  /** The fault at this place: where it has no place of its own, at the nearest one above. */
  faultAt(path: Path, message: string): Fault;
}

/** A file of which nothing can be read. */
export const unreadableFile = (name: string, fault: Fault): FactFile => ({
  name,
  content: null,
  faults: { kept: [fault], more: 0 },
  faultAt: (_path, message) => ({ ...fault, message }),
});

export const documentFile = (
  name: string,
  { content, faults, places, lineStarts }: ParsedDocument,
): FactFile => ({
  name,
  content,
  faults,
  faultAt: (path, message) => faultAtOffset(name, lineStarts, offsetIn(places, path), message),
});

/** Reads YAML or JSON. */
export const readFactFile = (name: string, text: string): FactFile =>
  documentFile(name, parseFacts(name, text));
