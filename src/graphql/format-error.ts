/** What a client sees of a fault: the message and code of those meant for it, and of others no more than a request id. */
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError } from '../errors.js';
import type { TellFault } from './tell-fault.js';

/** Apollo's own codes for a request that can't be run, in our words. */
const requestFaults: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'VALIDATION_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'VALIDATION_FAILED',
  BAD_USER_INPUT: 'VALIDATION_FAILED',
  BAD_REQUEST: 'VALIDATION_FAILED',
  OPERATION_RESOLUTION_FAILURE: 'VALIDATION_FAILED',
  PERSISTED_QUERY_NOT_SUPPORTED: 'VALIDATION_FAILED',
  // By this code a client that sent the hash of a query learns that it has to send the query, too.
  PERSISTED_QUERY_NOT_FOUND: 'PERSISTED_QUERY_NOT_FOUND',
};

/** Apollo leaves some refusals without a code of their own, but not without the status of a bad request. */
const isBadRequest = (error: unknown): boolean =>
  error instanceof GraphQLError &&
  (error.extensions.http as { status?: unknown } | undefined)?.status === 400;

/** `error` is what came up, `formatted` how graphql-js would tell of it. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

function findAppError(error: unknown): AppError | undefined {
  const inner = unwrapResolverError(error);
  if (inner instanceof AppError) return inner;
  return inner instanceof GraphQLError && inner.originalError instanceof AppError
    ? inner.originalError
    : undefined;
}

/** How graphql-js words what is wrong with a request. */
export type Wording = (message: string) => string;

export const asItIs: Wording = (message) => message;
/** For a schema that is not told: near names of its own would tell of it. The pattern is Apollo Server's. */
export const withoutNearNames: Wording = (message) => message.replace(/ ?Did you mean(.+?)\?$/, '');

export const createFormatError =
  (tell: TellFault, word: Wording): FormatError =>
  (formatted, error) => {
    const place = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    const appError = findAppError(error);
    if (appError !== undefined) {
      const told = tell(appError);
      // The parser of variables and literals says where in the input a value stood.
      const isInput = unwrapResolverError(error) instanceof GraphQLError;
      return { ...place, ...told, ...(isInput && { message: word(formatted.message) }) };
    }
    const code =
      requestFaults[String(formatted.extensions?.code)] ??
      (isBadRequest(error) ? 'VALIDATION_FAILED' : undefined);
    if (code !== undefined) return { ...place, message: word(formatted.message), extensions: { code } };
    return { ...place, ...tell(unwrapResolverError(error)) };
  };
