/** What fields are asked with. */
import { validationFailed } from '../../errors.js';
import { idSchema } from '../../model/id.js';
import type { ArgumentDescription } from './decorate.js';

/** One that has to be given. */
export const argument = (name: string, type: () => unknown, description: string): ArgumentDescription => ({
  name,
  type,
  description,
  isNullable: false,
});

export const optional = (
  name: string,
  type: () => unknown,
  description: string,
  defaultValue?: unknown,
): ArgumentDescription => ({
  name,
  type,
  description,
  isNullable: true,
  defaultValue,
});

/** An id that can be looked for; rejects with VALIDATION_FAILED what can't be one. */
export function checkId(id: unknown, path: string): string {
  const result = idSchema.safeParse(id);
  if (result.success) return result.data;
  throw validationFailed(result.error.issues[0]?.message ?? 'this is not an id', { path: [path] });
}
