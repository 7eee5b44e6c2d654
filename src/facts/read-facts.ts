/** Reads a text of facts in any of the formats. */
import { setImmediate } from 'node:timers/promises';
import type { Kind } from '../model/kind.js';
import { vocabulary } from '../model/vocabulary.js';
import { readCsvFile } from './csv-file.js';
import { withoutMark } from './decode-text.js';
import { type FactFile, unreadableFile } from './fact-file.js';
import { characterFault } from './text-place.js';

export const importFormat = vocabulary('ImportFormat', 'How facts are written down.', {
  YAML: 'A map of sections (companies, cloudContracts), each a list of records.',
  JSON: 'The same as YAML says, as JSON.',
  CSV: 'Records of one kind: a row that names the columns, then a row for each.',
});

/** Parsed in a few milliseconds. */
const PIECE_LENGTH = 16 * 1024;

/** A text in pieces that end with a line; everybody else has their turn between them. */
async function* pieces(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start + PIECE_LENGTH) + 1 || text.length;
    yield text.slice(start, end);
    start = end;
    await setImmediate();
  }
}

/** The records of one kind as CSV. `name` is how faults name the file. */
export async function readCsvText(name: string, kind: Kind, given: string): Promise<FactFile> {
  const text = withoutMark(given);
  const fault = characterFault(name, text);
  return fault === undefined ? readCsvFile(name, kind, pieces(text)) : unreadableFile(name, fault);
}
