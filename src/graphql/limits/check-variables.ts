/** Bounds the variables of a query: deeply nested ones would exhaust the stack of those who walk them. */
import { validationFailed } from '../../errors.js';

const MAX_DEPTH = 32;
const MAX_VALUES = 20_000;

/** Rejects with VALIDATION_FAILED variables nested deeper than 32 levels, or of more than 20,000 values. */
export function checkVariables(variables: Readonly<Record<string, unknown>>): void {
  let values = 0;

  function walk(value: unknown, depth: number): void {
    values += 1;
    if (values > MAX_VALUES) {
      throw validationFailed(`The variables have more than ${MAX_VALUES} values; send fewer at a time.`);
    }
    if (typeof value !== 'object' || value === null) return;
    if (depth > MAX_DEPTH)
      throw validationFailed(`The variables are nested deeper than ${MAX_DEPTH} levels.`);
    for (const inner of Array.isArray(value) ? value : Object.values(value)) walk(inner, depth + 1);
  }

  walk(variables, 0);
}
