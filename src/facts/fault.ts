/** What is wrong with a file of facts, and where. */
export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
}

export const formatFault = ({ file, line, column, message }: Fault): string =>
  `${file}:${line}:${column}: ${message}`;

export const byPlace = (one: Fault, other: Fault): number =>
  one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column;
