/** GraphQL over HTTP: Apollo Server with what we allow, and how its errors look. */
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Asker } from '../graphql/context.js';
import type { FormatError } from '../graphql/format-error.js';
import { stringifyResult } from '../graphql/json-text.js';
import { limitsPlugin } from '../graphql/limits/limits-plugin.js';
import type { QueryLimits } from '../graphql/limits/query-limits.js';
import { MAX_VALIDATION_ERRORS } from '../graphql/read-document.js';
import type { Logger } from '../log.js';
import { type AnswerAside, operationRunner } from './operation-runner.js';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly limits: QueryLimits;
  readonly introspection: boolean;
  readonly log: Logger;
  readonly formatError: FormatError;
  readonly answerAside: AnswerAside;
}

export function createApollo(
  { schema, limits, introspection, log, formatError, answerAside }: ApolloOptions,
  server: FastifyInstance,
): ApolloServer<Asker> {
  return new ApolloServer<Asker>({
    gateway: operationRunner(schema, answerAside),
    formatError,
    stringifyResult,
    includeStacktraceInErrorResponses: false,
    introspection,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    // Persisted queries and parsed ones are kept in memory, 30 MiB of each, the least used forgotten first.
    cache: 'bounded',
    // Several operations in one body would pass the limits of one.
    allowBatchedHttpRequests: false,
    // A simple form on another site can't send the headers that this asks for.
    csrfPrevention: true,
    plugins: [
      fastifyApolloDrainPlugin(server),
      ApolloServerPluginLandingPageDisabled(),
      // It would watch every field of every answer, and no answer of ours may be cached.
      ApolloServerPluginCacheControlDisabled(),
      limitsPlugin(limits),
    ],
    logger: log,
    stopOnTerminationSignals: false,
  });
}
