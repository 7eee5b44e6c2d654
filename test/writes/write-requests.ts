/** The writes of the API as requests, with all that their answers can say. */
import type { Editor } from './use-editor.js';

const changeFields = `change {
  sequence action actor reason recordId kind version before after fields { field before after }
}`;
const answer = (record: string): string => `{
  record { ${record} } ${changeFields}
  userErrors { code path message currentVersion candidates { node { id } score matchedOn } referredBy { id } }
}`;

export interface ChangeAnswer {
  readonly sequence: number;
  readonly action: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly recordId: string;
  readonly kind: string;
  readonly version: number;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly fields: readonly { field: string; before: unknown; after: unknown }[];
}

interface UserErrorAnswer {
  readonly code: string;
  readonly path: readonly string[];
  readonly message: string;
  readonly currentVersion: number | null;
  readonly candidates: readonly { node: { id: string }; score: number; matchedOn: string }[];
  readonly referredBy: readonly { id: string }[];
}

export interface WriteAnswer {
  readonly record: { readonly id: string; readonly [field: string]: unknown } | null;
  readonly change: ChangeAnswer | null;
  readonly userErrors: readonly UserErrorAnswer[];
}

/** How a write is asked for, beside what is to be written. */
export interface WriteHow {
  readonly ifVersion?: number;
  readonly reason?: string;
}

/** `kind` is the name of its GraphQL type. */
export async function upsert(
  editor: Editor,
  kind: string,
  input: Readonly<Record<string, unknown>>,
  how: WriteHow = {},
): Promise<WriteAnswer> {
  const { answered } = await editor.ask<{ answered: WriteAnswer }>(
    `mutation ($input: ${kind}Input!, $ifVersion: Int, $reason: String) {
      answered: upsert${kind}(input: $input, ifVersion: $ifVersion, reason: $reason) ${answer('id version')}
    }`,
    { input, ...how },
  );
  return answered;
}

async function writeById(
  editor: Editor,
  call: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<WriteAnswer> {
  const { answered } = await editor.ask<{ answered: WriteAnswer }>(
    `mutation ($id: ID!, $ifVersion: Int, $reason: String${call === 'retract' ? '!' : ''}) {
      answered: ${call}(id: $id, ifVersion: $ifVersion, reason: $reason) ${answer('id')}
    }`,
    variables,
  );
  return answered;
}

export const retract = (editor: Editor, id: string, how: WriteHow = {}): Promise<WriteAnswer> =>
  writeById(editor, 'retract', { id, reason: 'It was never true.', ...how });

export const restore = (editor: Editor, id: string, how: WriteHow = {}): Promise<WriteAnswer> =>
  writeById(editor, 'restore', { id, ...how });

/** The answer of a write that had nothing to change. */
export const nothingChanged = (record: WriteAnswer['record']): WriteAnswer => ({
  record,
  change: null,
  userErrors: [],
});

/** Code, place and message of each reason why a write was refused; throws if it was not. */
export function refusals({ record, change, userErrors }: WriteAnswer): [string, string, string][] {
  if (record !== null || change !== null || userErrors.length === 0) throw new Error('it was not refused');
  return userErrors.map(({ code, path, message }) => [code, path.join('.'), message]);
}

/** The number of the newest change. */
export async function newestSequence(editor: Editor): Promise<number> {
  const { changes } = await editor.ask<{ changes: { lastSequence: number; hasMore: boolean } }>(
    '{ changes(after: 0, first: 1000) { lastSequence hasMore } }',
  );
  if (changes.hasMore) throw new Error('there are more than a thousand changes');
  return changes.lastSequence;
}
