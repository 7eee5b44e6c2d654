/** Answers a query in this process, for a program that holds the graph itself: without HTTP and without limits. */
import { type GraphQLSchema, graphql } from 'graphql';
import type { Actor } from '../model/actor.js';
import type { Graph } from '../questions/ask.js';
import { createContext } from './context.js';

export interface QueryPlace {
  readonly schema: GraphQLSchema;
  readonly graph: Graph;
  readonly actor: Actor;
  readonly signal: AbortSignal;
}

/** The body of an answer over HTTP, as far as both have it. */
export interface QueryResult {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: { readonly truncated?: readonly { readonly field: string }[] };
}

export async function runQuery(
  { schema, graph, actor, signal }: QueryPlace,
  source: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<QueryResult> {
  const contextValue = createContext(graph, actor, signal);
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  return {
    data,
    ...(errors && { errors: errors.map(({ message }) => ({ message })) }),
    ...(contextValue.truncations.length > 0 && { extensions: { truncated: contextValue.truncations } }),
  };
}
