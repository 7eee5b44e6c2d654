/** Files of facts on the disk, read as often as it takes; how one is written, its ending tells. */
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { findKindBySection, sections } from '../model/registry.js';
import { oneOf } from '../near-matches.js';
import { readCsvParts } from './csv-file.js';
import { decodeText, UnreadableText } from './decode-text.js';
import { type FactFile, readFactFile, unreadableFile } from './fact-file.js';
import { MAX_DOCUMENT_BYTES, TOO_LONG } from './parse-document.js';
import { slicesOf } from './slices.js';

const CHUNK_BYTES = 1024 * 1024;

export interface FactSource {
  /** The records from the first on, in at least one file, with at most so many rows in each. */
  files(size: number): AsyncIterable<FactFile> | Iterable<FactFile>;
}

const held = (file: FactFile): FactSource => ({ files: (size) => slicesOf(file, size) });

const refuse = (path: string, message: string): FactSource =>
  held(unreadableFile(path, { file: path, line: 1, column: 1, message }));

async function openCsv(path: string, section: string): Promise<FactSource> {
  const kind = findKindBySection(section);
  if (kind === undefined) {
    const near = oneOf(section, sections, 'the sections are');
    return refuse(
      path,
      `"${section}" is not a section${near}; name a CSV file after the section of its records, or say --section`,
    );
  }
  // Whether it can be read is told now, not when its turn comes.
  await (await open(path)).close();
  return {
    files(size) {
      const bytes = createReadStream(path, { highWaterMark: CHUNK_BYTES });
      return readCsvParts(path, kind, decodeText(path, bytes), size);
    },
  };
}

async function openDocument(path: string): Promise<FactSource> {
  if ((await stat(path)).size > MAX_DOCUMENT_BYTES) return refuse(path, TOO_LONG);
  let text = '';
  try {
    for await (const part of decodeText(path, [await readFile(path)])) text += part;
  } catch (error) {
    if (error instanceof UnreadableText) return held(unreadableFile(path, error.fault));
    throw error;
  }
  return held(readFactFile(path, text));
}

/**
 * Opens a `.yaml`, `.yml`, `.json` or `.csv` file; rejects where it can not be read from the disk. A CSV file is read row by
 * row each time, the others are held. `section` says what a CSV file holds; left out, its name does: cloudContracts.csv.
 */
export async function openFactSource(path: string, section?: string): Promise<FactSource> {
  const ending = extname(path);
  switch (ending.toLowerCase()) {
    case '.csv':
      return openCsv(path, section ?? basename(path, ending));
    case '.yaml':
    case '.yml':
    case '.json':
      return openDocument(path);
    default:
      return refuse(path, 'the ending of the file says how it is written: .yaml, .yml, .json or .csv');
  }
}

/** Reads such a file whole; what is wrong with it is among its faults. */
export async function loadFactFile(path: string, section?: string): Promise<FactFile> {
  const source = await openFactSource(path, section);
  for await (const file of source.files(Number.POSITIVE_INFINITY)) return file;
  throw new Error(`nothing was read of ${path}`);
}
