/** The bytes of a file as text: UTF-8 and nothing else, so that no name is stored garbled. */
import { isUtf8 } from 'node:buffer';
import type { Fault } from './fault.js';
import { advance, characterFault, START, type TextPlace } from './text-place.js';

/** A file that is no text of ours; nothing of it is read from the fault on. */
export class UnreadableText extends Error {
  constructor(readonly fault: Fault) {
    super(fault.message);
  }
}

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = '\ufeff';
const REPLACEMENT = '\ufffd';
const encodedReplacement = Buffer.from(REPLACEMENT);

/** The text before the first byte that is not UTF-8. A replacement character that the file itself has does not count. */
function soundPart(bytes: Buffer): string {
  const lenient = bytes.toString('utf8');
  let at = lenient.indexOf(REPLACEMENT);
  let offset = Buffer.byteLength(lenient.slice(0, at));
  while (bytes.subarray(offset, offset + encodedReplacement.length).equals(encodedReplacement)) {
    const next = lenient.indexOf(REPLACEMENT, at + 1);
    offset += Buffer.byteLength(lenient.slice(at, next));
    at = next;
  }
  return lenient.slice(0, at);
}

export const withoutMark = (text: string): string =>
  text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;

/** The text of a file in whole lines, without a byte order mark. Throws `UnreadableText` with the place of the first fault. */
export async function* decodeText(
  file: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string> {
  let place: TextPlace = START;
  let rest = Buffer.alloc(0);
  let isFirst = true;

  function decode(bytes: Buffer): string {
    if (!isUtf8(bytes)) {
      const message = 'the bytes here are not UTF-8; save the file as UTF-8';
      throw new UnreadableText({ file, ...advance(place, soundPart(bytes)), message });
    }
    const text = isFirst ? withoutMark(bytes.toString('utf8')) : bytes.toString('utf8');
    isFirst = false;
    const fault = characterFault(file, text, place);
    if (fault !== undefined) throw new UnreadableText(fault);
    place = advance(place, text);
    return text;
  }

  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    // A line feed is never a part of another character, so a cut behind one harms none.
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    rest = bytes.subarray(end);
    if (end > 0) yield decode(bytes.subarray(0, end));
  }
  if (rest.length > 0) yield decode(rest);
}
