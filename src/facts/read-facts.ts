/** Reads a text of facts in any of the formats. */
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

/** The records of one kind as CSV. `name` is how faults name the file. */
export async function readCsvText(name: string, kind: Kind, given: string): Promise<FactFile> {
  const text = withoutMark(given);
  const fault = characterFault(name, text);
  return fault === undefined ? readCsvFile(name, kind, [text]) : unreadableFile(name, fault);
}
