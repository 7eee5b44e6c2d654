/** One way to show an answer, whatever was asked. */

import type { Answer } from './graph-client.js';
import type { Output } from './output.js';
import { formatTable, type Table } from './table.js';

const isTruncated = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'truncated' in value && value.truncated === true;

/** The data as it came, for programs. */
export function printJson({ data }: Answer, { print }: Output): void {
  print(JSON.stringify(data, null, 2));
}

/** Rows and summary as what was asked for; that there are none, or that there would be more, is told beside it. */
export function printTable(answer: Answer, table: Table, { print, tell }: Output): void {
  if (table.rows.length === 0) tell('Nothing was found.');
  else for (const line of formatTable(table)) print(line);
  for (const line of table.summary ?? []) print(line);
  if (answer.cutShort.length > 0 || Object.values(answer.data).some(isTruncated)) {
    tell(
      'There is more than one answer may hold: what is listed exists, but sums and shares are of what was read. Ask for less at a time.',
    );
  }
}
