/** What was typed behind a command, as options and words; all of them texts, also those that look like numbers. */
import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.js';

export interface WordOption {
  readonly type: 'string' | 'boolean';
  /** Whether it may be given several times. */
  readonly multiple?: boolean;
}

/** The options of commands that a server can carry out. */
export const targetOptions = { server: { type: 'string' }, key: { type: 'string' } } as const;

/** Throws a UsageError for an option that there is not, and for one without its value. */
export function parseWords<const Known extends Readonly<Record<string, WordOption>>>(
  args: readonly string[],
  options: Known,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Throws a UsageError for a word where there is no place for one. */
export function refuseWords([word]: readonly string[]): void {
  if (word !== undefined) throw new UsageError(`"${word}" belongs to no option; see --help.`);
}
