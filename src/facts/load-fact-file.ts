/** Reads a file of facts from the disk; how it is written, its ending tells. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { findKindBySection, kinds } from '../model/registry.js';
import { didYouMean, nearMatches } from '../near-matches.js';
import { readCsvFile } from './csv-file.js';
import { decodeText, UnreadableText } from './decode-text.js';
import { type FactFile, MAX_DOCUMENT_BYTES, readFactFile, TOO_LONG, unreadableFile } from './fact-file.js';

const CHUNK_BYTES = 1024 * 1024;

const refuse = (path: string, message: string): FactFile =>
  unreadableFile(path, { file: path, line: 1, column: 1, message });

function loadCsv(path: string, section: string): Promise<FactFile> | FactFile {
  const kind = findKindBySection(section);
  if (kind !== undefined) {
    return readCsvFile(path, kind, decodeText(path, createReadStream(path, { highWaterMark: CHUNK_BYTES })));
  }
  const sections = kinds.map((known) => known.section);
  const near = didYouMean(nearMatches(section, sections)) || `; the sections are ${sections.join(', ')}`;
  return refuse(
    path,
    `"${section}" is not a section${near}; name a CSV file after the section of its records, or say --section`,
  );
}

async function loadDocument(path: string): Promise<FactFile> {
  if ((await stat(path)).size > MAX_DOCUMENT_BYTES) return refuse(path, TOO_LONG);
  let text = '';
  for await (const part of decodeText(path, [await readFile(path)])) text += part;
  return readFactFile(path, text);
}

/**
 * Reads a `.yaml`, `.yml`, `.json` or `.csv` file. What is wrong with it is among its faults; rejects where it can not be
 * read from the disk. `section` says what a CSV file holds; left out, the name of the file does: cloudContracts.csv.
 */
export async function loadFactFile(path: string, section?: string): Promise<FactFile> {
  const ending = extname(path);
  try {
    switch (ending.toLowerCase()) {
      case '.csv':
        return await loadCsv(path, section ?? basename(path, ending));
      case '.yaml':
      case '.yml':
      case '.json':
        return await loadDocument(path);
      default:
        return refuse(path, 'the ending of the file says how it is written: .yaml, .yml, .json or .csv');
    }
  } catch (error) {
    if (error instanceof UnreadableText) return unreadableFile(path, error.fault);
    throw error;
  }
}
