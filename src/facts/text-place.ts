/** Places in a text, and the characters that no file of facts may hold. */
import type { Fault } from './fault.js';

/** Both from 1; a column counts UTF-16 units, as editors do. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export const START: TextPlace = { line: 1, column: 1 };

/** Where one is after this text. */
export function advance({ line, column }: TextPlace, text: string): TextPlace {
  let breaks = 0;
  let last = -1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    breaks += 1;
    last = at;
  }
  return breaks === 0
    ? { line, column: column + text.length }
    : { line: line + breaks, column: text.length - last };
}

/** NUL, and a surrogate without its other half: no character, and nothing that UTF-8 can carry. */
const forbidden = /\0|\p{Surrogate}/u;

/** The first character that can not be stored as it is, or undefined. `start` is where the text begins in its file. */
export function characterFault(file: string, text: string, start = START): Fault | undefined {
  const at = text.search(forbidden);
  if (at === -1) return undefined;
  const what = text[at] === '\0' ? 'a NUL character' : 'half a character (a lone surrogate)';
  return { file, ...advance(start, text.slice(0, at)), message: `${what} stands here; take it out` };
}
