/** The name of a key: it stands in the changes that the key makes, so it says who holds it. */
import { validationFailed } from '../errors.js';

const MAX_NAME_LENGTH = 100;

/** The name without spaces around it. Throws VALIDATION_FAILED for one that says nothing, or too much. */
export function checkKeyName(name: string): string {
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed.length <= MAX_NAME_LENGTH && !/\p{Cc}/u.test(trimmed)) return trimmed;
  throw validationFailed(
    `a key has a name of 1 to ${MAX_NAME_LENGTH} characters that says who holds it, such as "newsroom"`,
    { path: ['name'] },
  );
}
