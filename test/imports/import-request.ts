/** `importFacts` as a request, with all that its answer can say. */
import type { Editor } from '../writes/use-editor.js';

export interface ImportAnswer {
  readonly dryRun: boolean;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly lastSequence: number | null;
  readonly differences: readonly unknown[];
  readonly moreDifferences: number;
  readonly faults: readonly { file: string; line: number; column: number; message: string }[];
  readonly moreFaults: number;
  readonly userErrors: readonly { code: string; path: readonly string[]; message: string }[];
}

export interface ImportRequest {
  readonly input: string;
  readonly format: 'YAML' | 'JSON' | 'CSV';
  readonly section?: string;
  readonly dryRun?: boolean | null;
  readonly reason?: string;
}

export const importMutation = `mutation ($input: String!, $format: ImportFormat!, $section: RecordKind, $dryRun: Boolean, $reason: String) {
  importFacts(input: $input, format: $format, section: $section, dryRun: $dryRun, reason: $reason) {
    dryRun created updated unchanged lastSequence
    differences { recordId kind action fields { field before after } } moreDifferences
    faults { file line column message } moreFaults
    userErrors { code path message }
  }
}`;

export async function importInput(editor: Editor, request: ImportRequest): Promise<ImportAnswer> {
  const { importFacts } = await editor.ask<{ importFacts: ImportAnswer }>(importMutation, { ...request });
  return importFacts;
}

/** An answer that says nothing but this. */
export const answerOf = (said: Partial<ImportAnswer>): ImportAnswer => ({
  dryRun: false,
  created: 0,
  updated: 0,
  unchanged: 0,
  lastSequence: null,
  differences: [],
  moreDifferences: 0,
  faults: [],
  moreFaults: 0,
  userErrors: [],
  ...said,
});

/** The answer to a text with one fault. */
export const refusedAt = (line: number, column: number, message: string): ImportAnswer =>
  answerOf({
    faults: [{ file: 'input', line, column, message }],
    userErrors: [{ code: 'VALIDATION_FAILED', path: ['input'], message: `${line}:${column}: ${message}` }],
  });
