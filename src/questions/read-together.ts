/** Reads several things by one statement: each one costs a way to the engine and back, however little it reads. */

/**
 * One statement out of several that give one row each: it gives one row with the columns of all. They share the
 * parameters, and no two have a column of the same name.
 */
export const readTogether = (...statements: readonly string[]): string =>
  `${statements.map((statement) => `CALL () {${statement}\n}`).join('\n')}
RETURN *`;
