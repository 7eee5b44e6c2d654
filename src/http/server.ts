/** The HTTP door: GraphQL, the playground and health. */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { createContext, type RequestContext } from '../graphql/context.js';
import { createFormatError } from '../graphql/format-error.js';
import { truncationPlugin } from '../graphql/truncation-plugin.js';
import type { Logger } from '../log.js';
import type { Graph } from '../questions/ask.js';
import { deadlineOf } from './deadline.js';
import { registerHealth } from './health.js';
import { registerPlayground } from './playground.js';

export interface ServerOptions {
  readonly graph: Graph;
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  readonly requestTimeoutMs: number;
}

const MAX_BODY_BYTES = 1024 * 1024;

function createApollo({ schema, log }: ServerOptions, server: FastifyInstance): ApolloServer<RequestContext> {
  const report = (fault: unknown): string => {
    const requestId = crypto.randomUUID();
    log.error({ err: fault, requestId }, 'a request failed');
    return requestId;
  };
  return new ApolloServer<RequestContext>({
    schema,
    formatError: createFormatError(report),
    includeStacktraceInErrorResponses: false,
    introspection: true,
    plugins: [fastifyApolloDrainPlugin(server), ApolloServerPluginLandingPageDisabled(), truncationPlugin],
    logger: log,
    stopOnTerminationSignals: false,
  });
}

/** A server that is ready to listen; closing it finishes the requests under way. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { graph, log, requestTimeoutMs } = options;
  const server: FastifyInstance = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: 'idle',
  });
  const apollo = createApollo(options, server);
  await apollo.start();
  registerHealth(server, graph.store);
  await registerPlayground(server);
  await server.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    context: async (_request, reply) => createContext(graph, undefined, deadlineOf(reply, requestTimeoutMs)),
  });
  return server;
}
