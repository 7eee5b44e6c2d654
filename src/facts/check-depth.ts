/** Bounds how deep a document is nested before it is parsed: the parser calls itself for every level. */
import { Lexer } from 'yaml';
import { advance, START, type TextPlace } from './text-place.js';

/** Facts need five levels: sections, lists, records, lists and amounts. */
const MAX_DEPTH = 32;

/** Marks of the lexer that stand for no text: a document, the end of a flow, and that a scalar follows. */
const marks: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1f']);

/** Where a YAML or JSON text is nested deeper than 32 levels; undefined where it is not. */
export function findTooDeep(text: string): TextPlace | undefined {
  // The columns at which the open blocks began, and how many brackets are open.
  const blocks: number[] = [];
  let flows = 0;
  let place = START;
  for (const lexeme of new Lexer().lex(text)) {
    if (marks.has(lexeme)) continue;
    if (lexeme === '[' || lexeme === '{') flows += 1;
    else if (lexeme === ']' || lexeme === '}') flows = Math.max(0, flows - 1);
    else if (flows === 0 && lexeme.trim() !== '' && !lexeme.startsWith('#')) {
      while ((blocks.at(-1) ?? 0) > place.column) blocks.pop();
      if (blocks.at(-1) !== place.column) blocks.push(place.column);
    }
    if (blocks.length + flows > MAX_DEPTH) return place;
    place = advance(place, lexeme);
  }
  return undefined;
}

export const TOO_DEEP = `this is nested deeper than ${MAX_DEPTH} levels; a file of facts is a map of sections, each a list of records`;
