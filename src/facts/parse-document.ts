/** Parses YAML, which holds JSON too, into plain values, so that one thread can do it for another. */
import { type Document, LineCounter, parseDocument } from 'yaml';
import { findTooDeep, TOO_DEEP } from './check-depth.js';
import { withoutMark } from './decode-text.js';
import { ALIAS_FAULT, findAliasOffset, findShapeFaults, MAX_ALIASES } from './document-shape.js';
import { createFaultList, type Fault, type Faults } from './fault.js';
import { type Place, placeOf } from './places.js';
import { characterFault } from './text-place.js';

export interface ParsedDocument {
  /** Sections of records; null where there are faults. */
  readonly content: unknown;
  readonly faults: Faults;
  readonly places: Place;
  /** The offset of the first character of each line. */
  readonly lineStarts: readonly number[];
}

/** The largest YAML or JSON file that is read: all of it is held at once. CSV has no such limit. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
export const TOO_LONG = 'a YAML or JSON file has at most 64 MiB; split it, or use CSV';

function textFault(name: string, text: string): Fault | undefined {
  const start = { file: name, line: 1, column: 1 };
  if (text.length > MAX_DOCUMENT_BYTES) return { ...start, message: TOO_LONG };
  const place = findTooDeep(text);
  return place === undefined ? characterFault(name, text) : { ...start, ...place, message: TOO_DEEP };
}

/** The fault at an offset, in UTF-16 units from 0. */
export function faultAtOffset(
  file: string,
  lineStarts: readonly number[],
  offset: number,
  message: string,
): Fault {
  const lines = Object.assign(new LineCounter(), { lineStarts });
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col, message };
}

type FaultAt = (offset: number, message: string) => Fault;

function readContent(document: Document, faultAt: FaultAt): Pick<ParsedDocument, 'content' | 'faults'> {
  // A warning is about a tag that means nothing to us: better refused than guessed.
  const parserFaults = [...document.errors, ...document.warnings].map(({ pos: [offset], message }) => ({
    offset,
    message,
  }));
  const found = parserFaults.length > 0 ? parserFaults : findShapeFaults(document);
  const faults = createFaultList();
  for (const { offset, message } of found) faults.add(() => faultAt(offset, message));
  if (found.length > 0) return { content: null, faults: { kept: faults.kept, more: faults.more } };
  try {
    return { content: document.toJS({ maxAliasCount: MAX_ALIASES }), faults: { kept: [], more: 0 } };
  } catch {
    // The text was parsed without a fault, so only its aliases can be wrong.
    const fault = faultAt(findAliasOffset(document), ALIAS_FAULT);
    return { content: null, faults: { kept: [fault], more: 0 } };
  }
}

/** `name` is how faults name the file. */
export function parseFacts(name: string, given: string): ParsedDocument {
  const text = withoutMark(given);
  const fault = textFault(name, text);
  if (fault !== undefined) {
    const places = { at: 0, inside: new Map() };
    return { content: null, faults: { kept: [fault], more: 0 }, places, lineStarts: [0] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    intAsBigInt: true,
    prettyErrors: false,
    stringKeys: true,
    // The parser compares every key with every other one; findShapeFaults does not.
    uniqueKeys: false,
  });
  const { lineStarts } = lines;
  return {
    ...readContent(document, (offset, message) => faultAtOffset(name, lineStarts, offset, message)),
    places: placeOf(document.contents),
    lineStarts,
  };
}
