/** What may be searched for, and how much may be asked for. */
import { validationFailed } from '../errors.js';
import { wordsOf } from '../model/words.js';

export const MAX_SEARCH_LENGTH = 200;
const DEFAULT_FIRST = 10;
const MAX_FIRST = 50;

/** Rejects with VALIDATION_FAILED a text without a letter or a digit, or of more than 200 characters. */
export function checkSearchText(argument: string, text: string): void {
  if (text.length > MAX_SEARCH_LENGTH) {
    throw validationFailed(
      `\`${argument}\` has ${text.length} characters; write at most ${MAX_SEARCH_LENGTH}.`,
      { argument, limit: MAX_SEARCH_LENGTH },
    );
  }
  if (wordsOf(text).length === 0) {
    throw validationFailed(
      `There is nothing to look for in \`${argument}\`; write at least one letter or digit.`,
      {
        argument,
      },
    );
  }
}

/** The number of results asked for, 10 where none is; rejects with VALIDATION_FAILED unless it is 1 to 50. */
export function checkFirst(first: number = DEFAULT_FIRST): number {
  if (!Number.isInteger(first) || first < 1 || first > MAX_FIRST) {
    throw validationFailed(`\`first\` is ${first}; ask for 1 to ${MAX_FIRST}.`, {
      argument: 'first',
      limit: MAX_FIRST,
    });
  }
  return first;
}
