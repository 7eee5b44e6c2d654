/** Plain columns for people and for line-by-line tools: no colours, no frames, nothing cut off. */
import { isCjk } from '../model/words.js';

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What holds for all of it, a line each. */
  readonly summary?: readonly string[];
}

const GAP = '  ';

/** A terminal shows Chinese, Japanese and Korean signs two columns wide. */
const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (isCjk(sign) ? 2 : 1), 0);

/** Texts of the graph were written by many hands: none may steer the terminal. */
const clean = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ');

export function formatTable({ columns, rows }: Table): string[] {
  const lines = [columns, ...rows.map((row) => row.map(clean))];
  const widths = columns.map((_, at) =>
    lines.reduce((most, line) => Math.max(most, widthOf(line[at] ?? '')), 0),
  );
  return lines.map((line) =>
    line
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join(GAP)
      .trimEnd(),
  );
}
