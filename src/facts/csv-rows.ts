/** Splits a CSV text into rows as they come, each with the line that it starts on. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { UnreadableText } from './decode-text.js';
import { advance, START, type TextPlace } from './text-place.js';

/** A row that is longer has a quote that was never closed. */
const MAX_ROW_LENGTH = 1024 * 1024;

const parserOptions = {
  raw: true,
  info: true,
  relax_column_count: true,
  record_delimiter: ['\n', '\r\n'],
  max_record_size: MAX_ROW_LENGTH,
};

const parserFaults: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quoted cell of this row is never closed; end it with "',
  CSV_INVALID_CLOSING_QUOTE:
    'text follows the closing quote of a cell; a quote inside of a cell is written ""',
  INVALID_OPENING_QUOTE:
    'a quote stands inside of a cell without quotes; put quotes around the cell and write "" for the one in it',
  CSV_MAX_RECORD_SIZE: `this row has more than ${MAX_ROW_LENGTH} bytes; a quoted cell may not have been closed`,
};

export interface Row {
  readonly cells: readonly string[];
  readonly raw: string;
  /** The line on which it starts. */
  readonly line: number;
}

interface ParsedRow {
  readonly record: string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** A text given whole or in pieces. */
export type Chunks = AsyncIterable<string> | Iterable<string>;

/** The rows that are not blank; throws `UnreadableText` where the text is no CSV. */
export async function* readRows(file: string, chunks: Chunks): AsyncGenerator<Row> {
  let line = 1;
  const source = Readable.from(chunks);
  // A fault comes before the rows that were read with it, so what they say of lines is too late.
  let read = 0;
  const parser = parse({
    ...parserOptions,
    on_record: (record: string[], { lines }: { readonly lines: number }): string[] => {
      read = lines;
      // It makes an error, at some cost, of each row that is not as long as the first one; so each is the first.
      Object.assign(parser.info, { records: 0 });
      return record;
    },
  });
  // What ends the source ends the parser, so that the loop below rejects with it.
  source.once('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<ParsedRow>) {
      if (record.some((cell) => cell.trim() !== '')) yield { cells: record, raw, line };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = parserFaults[error.code] ?? 'this row is not CSV';
    throw new UnreadableText({ file, line: read + 1, column: 1, message });
  } finally {
    source.destroy();
  }
}

/** Where a cell starts in its row. */
export function cellPlace({ raw, line }: Row, index: number): TextPlace {
  let [cell, isQuoted] = [0, false];
  for (let at = 0; at < raw.length && cell < index; at += 1) {
    if (raw[at] === '"') isQuoted = !isQuoted;
    if (raw[at] !== ',' || isQuoted) continue;
    cell += 1;
    if (cell === index) return advance({ ...START, line }, raw.slice(0, at + 1));
  }
  return { line, column: 1 };
}
