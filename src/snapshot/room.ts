/** Columns of numbers that grow together, row by row. */

type Column = Uint8Array | Uint16Array | Int32Array | Float64Array | BigInt64Array;

/** A class of typed arrays. */
interface ColumnType<Made extends Column> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer): Made;
}

/** How many rows columns have room for at first. */
export const FIRST_ROOM = 1_024;

function enlarge<Made extends Column>(column: Made, rows: number): Made {
  const Type = column.constructor as unknown as ColumnType<Made>;
  const bytes = new Uint8Array(rows * Type.BYTES_PER_ELEMENT);
  bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return new Type(bytes.buffer);
}

/** Makes room for one more row in each of the columns, where there is none, by doubling all. */
export function makeRoom<Columns extends { [name in keyof Columns]: Column }>(
  columns: Columns,
  rows: number,
): void {
  for (const name in columns) {
    if (rows < columns[name].length) return;
    columns[name] = enlarge(columns[name], 2 * rows);
  }
}
