/** Holds every operation to the limits, after it was found valid and before it runs. */
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { AppError, errorCodes } from '../../errors.js';
import { checkOperation, type QueryLimits } from './query-limits.js';

/** The same error with the HTTP status that Apollo is to answer with. */
function withStatus(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const http = { status: errorCodes[error.code].status };
  return new GraphQLError(error.message, { originalError: error, extensions: { http } });
}

export const limitsPlugin = (limits: QueryLimits): ApolloServerPlugin => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        if (operation === undefined) return;
        try {
          checkOperation(schema, document, operation, request.variables ?? {}, limits);
        } catch (error) {
          throw withStatus(error);
        }
      },
    };
  },
});
