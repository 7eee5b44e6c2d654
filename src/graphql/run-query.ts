/** Answers a query in this process, for a program that holds the graph itself: without HTTP and without limits. */
import type { GraphQLSchema } from 'graphql';
import type { Asker } from './context.js';
import { readDocument } from './read-document.js';
import { runOperation } from './run-operation.js';

export interface QueryPlace extends Asker {
  readonly schema: GraphQLSchema;
}

/** The body of an answer over HTTP, as far as both have it. */
export interface QueryResult {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: { readonly truncated?: readonly { readonly field: string }[] };
}

export async function runQuery(
  { schema, ...asker }: QueryPlace,
  source: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<QueryResult> {
  const document = readDocument(schema, source);
  const { errors, ...result } =
    'kind' in document
      ? await runOperation({ schema, document, variableValues }, asker)
      : { errors: document };
  return { ...result, ...(errors && { errors: errors.map(({ message }) => ({ message })) }) };
}
