/** Runs a subscription whatever its transport: held to the limits of queries, every event answered from a fresh context. */
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { AppError, validationFailed } from '../errors.js';
import type { LiveContext } from './changes/change-subscription.js';
import type { FormatError } from './format-error.js';
import { checkText } from './limits/check-text.js';
import { checkOperation, type QueryLimits } from './limits/query-limits.js';
import { readDocument } from './read-document.js';

/** What a client sends to subscribe. */
export interface LiveRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface LiveOptions {
  readonly schema: GraphQLSchema;
  readonly limits: QueryLimits;
  readonly formatError: FormatError;
}

export type LiveResult = Pick<ExecutionResult, 'data'> & {
  readonly errors?: readonly GraphQLFormattedError[];
};

/** The results of a subscription; `return` ends it also while it waits. */
export type LiveResults = AsyncIterableIterator<LiveResult>;

/** Answers one event, or begins to follow, in a context of its own. */
export type InContext = <Result>(work: (context: LiveContext) => Promise<Result>) => Promise<Result>;

/** A fault as the one formatter of errors knows it. */
export function refusalOf(fault: unknown): GraphQLError {
  const originalError = fault instanceof Error ? fault : new Error(String(fault));
  return new GraphQLError(originalError.message, { originalError });
}

/** A fault of the text, and where in it that is. */
const invalid = ({ message, source, positions }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { source, positions, originalError: validationFailed(message) });

/** A subscription that was found valid and within the limits. */
export type PreparedLive = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

/** Checks a subscription, and gives what is wrong with it. */
export function prepareLive(
  { schema, limits }: LiveOptions,
  { query, operationName, variables }: LiveRequest,
): PreparedLive | readonly GraphQLError[] {
  try {
    checkText(query, limits);
    const document = readDocument(schema, query, { maxTokens: limits.tokens });
    if (!('kind' in document)) return document.map(invalid);
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== 'subscription') {
      throw validationFailed(
        'Only a subscription can be followed. Send queries and mutations to /graphql by POST.',
      );
    }
    checkOperation(schema, document, operation, variables ?? {}, limits);
    return { schema, document, operationName: operationName ?? null, variableValues: variables ?? {} };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [refusalOf(error)];
  }
}

/** Starts a subscription; `onEnd` is called once, when it is over for whatever reason. */
export async function followLive(
  { formatError }: LiveOptions,
  prepared: PreparedLive,
  inContext: InContext,
  onEnd: () => void,
): Promise<LiveResults | LiveResult> {
  const format = (error: GraphQLError): GraphQLFormattedError => formatError(error.toJSON(), error);
  const events = await inContext((contextValue) =>
    createSourceEventStream({ ...prepared, contextValue }),
  ).catch((fault: unknown) => {
    onEnd();
    throw fault;
  });
  if (!(Symbol.asyncIterator in events)) {
    onEnd();
    return { errors: (events.errors ?? []).map(format) };
  }
  const source = events[Symbol.asyncIterator]();
  const answer = async (event: unknown): Promise<LiveResult> => {
    const { data, errors } = await inContext(async (contextValue) =>
      execute({ ...prepared, rootValue: event, contextValue }),
    );
    return errors === undefined ? { data } : { data, errors: errors.map(format) };
  };
  let isOver = false;
  const end = async (): Promise<IteratorResult<LiveResult, undefined>> => {
    if (!isOver) onEnd();
    isOver = true;
    await source.return?.();
    return { done: true, value: undefined };
  };
  const results: LiveResults = {
    next: async () => {
      try {
        const event = await source.next();
        return event.done ? end() : { done: false, value: await answer(event.value) };
      } catch (fault) {
        // Whoever asked for it does not end what has failed.
        await end();
        throw fault;
      }
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
