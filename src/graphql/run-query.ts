/** Answers a query in this process, for a program that holds the graph itself: without HTTP and without limits. */
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import type { Asker } from './context.js';
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

/** A syntax error comes as any other fault of the query. */
function readDocument(schema: GraphQLSchema, source: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(source);
    const faults = validate(schema, document);
    return faults.length > 0 ? faults : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
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
