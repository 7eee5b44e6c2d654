/** Data of an answer that is JSON already, as a thread gives it. */
import type { FormattedExecutionResult } from 'graphql';

export class JsonText {
  constructor(readonly text: string) {}
}

const textOf = (value: unknown): string => (value instanceof JsonText ? value.text : JSON.stringify(value));

/** The body of an answer. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const parts = Object.entries(result).filter(([, value]) => value !== undefined);
  return `{${parts.map(([name, value]) => `"${name}":${textOf(value)}`).join(',')}}\n`;
}
