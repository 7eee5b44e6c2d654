/** The HTTP door: GraphQL, the playground and health. */
import fastifyApollo from '@as-integrations/fastify';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Authenticate } from '../auth/authenticator.js';
import type { Config } from '../config.js';
import { type OpenGraph, shareGraph } from '../graphql/context.js';
import { asItIs, createFormatError, withoutNearNames } from '../graphql/format-error.js';
import type { QueryLimits } from '../graphql/limits/query-limits.js';
import { createTellFault } from '../graphql/tell-fault.js';
import type { Feed } from '../live/follow-changes.js';
import type { Logger } from '../log.js';
import { admit } from './admission.js';
import { answerFaults } from './answer-fault.js';
import { createApollo } from './apollo.js';
import { checkHosts } from './check-host.js';
import { checkQueries } from './check-query.js';
import { limitConcurrency } from './concurrency.js';
import { registerEventStream } from './event-stream.js';
import { registerHealth } from './health.js';
import { closeAfterAnswers } from './last-answers.js';
import { createLive } from './live.js';
import { shedLoad } from './load-shedding.js';
import type { AnswerAside } from './operation-runner.js';
import { registerPlayground } from './playground.js';
import { setSecurityHeaders } from './security-headers.js';
import { endSlowReaders } from './slow-readers.js';
import { serveSockets } from './socket.js';

export interface ServerOptions {
  readonly graph: OpenGraph;
  /** What subscriptions follow. */
  readonly feed: Feed;
  readonly schema: GraphQLSchema;
  readonly authenticate: Authenticate;
  readonly config: Config;
  readonly log: Logger;
  readonly answerAside: AnswerAside;
}

/** How long a client may take to send its request. */
const RECEIVE_TIMEOUT_MS = 30_000;
/** How long a client may take to read its answer. */
const READ_TIMEOUT_MS = 60_000;

const queryLimitsOf = (config: Config): QueryLimits => ({
  tokens: config.MAX_QUERY_TOKENS,
  depth: config.MAX_QUERY_DEPTH,
  rootFields: config.MAX_QUERY_ROOT_FIELDS,
  aliases: config.MAX_QUERY_ALIASES,
  directives: config.MAX_QUERY_DIRECTIVES,
  fragments: config.MAX_QUERY_FRAGMENTS,
  cost: config.MAX_QUERY_COST,
});

/** A server that is ready to listen; closing it finishes the requests under way. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { feed, schema, authenticate, config, log, answerAside } = options;
  const graph = shareGraph(options.graph);
  const server: FastifyInstance = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: config.MAX_BODY_BYTES,
    requestTimeout: RECEIVE_TIMEOUT_MS,
    trustProxy: config.TRUST_PROXY.length === 0 ? false : [...config.TRUST_PROXY],
    forceCloseConnections: 'idle',
  });
  const tell = createTellFault(log);
  const formatError = createFormatError(tell, config.INTROSPECTION ? asItIs : withoutNearNames);
  const limits = queryLimitsOf(config);
  const live = createLive({
    graph,
    feed,
    schema,
    limits,
    formatError,
    requestTimeoutMs: config.REQUEST_TIMEOUT_MS,
    subscriptionsPerClient: config.SUBSCRIPTIONS_PER_CLIENT,
  });
  const apollo = createApollo(
    { schema, limits, introspection: config.INTROSPECTION, log, formatError, answerAside },
    server,
  );
  await apollo.start();
  answerFaults(server, tell);
  closeAfterAnswers(server);
  endSlowReaders(server, READ_TIMEOUT_MS);
  await shedLoad(server, config.MAX_EVENT_LOOP_DELAY_MS);
  await setSecurityHeaders(server, config.CORS_ORIGINS);
  registerHealth(server, graph.store);
  await registerPlayground(server);
  await server.register(async (api) => {
    checkHosts(api);
    limitConcurrency(api, {
      requests: {
        max: config.MAX_CONCURRENT_REQUESTS,
        maxPerClient: config.MAX_CONCURRENT_REQUESTS_PER_CLIENT,
      },
      liveConnections: {
        max: config.MAX_LIVE_CONNECTIONS,
        maxPerClient: config.MAX_LIVE_CONNECTIONS_PER_CLIENT,
      },
    });
    const count = await admit(api, {
      authenticate,
      requireAuth: config.REQUIRE_AUTH,
      requestTimeoutMs: config.REQUEST_TIMEOUT_MS,
      ratePerAddress: config.RATE_LIMIT,
      ratePerActor: config.RATE_LIMIT_WITH_TOKEN,
    });
    checkQueries(api, limits);
    registerEventStream(api, { live, authenticate });
    serveSockets(api, {
      live,
      count,
      authenticate,
      requireAuth: config.REQUIRE_AUTH,
      requestTimeoutMs: config.REQUEST_TIMEOUT_MS,
      corsOrigins: config.CORS_ORIGINS,
      maxMessageBytes: config.MAX_BODY_BYTES,
      onFault: tell,
    });
    await api.register(fastifyApollo(apollo), {
      path: '/graphql',
      method: ['GET', 'POST'],
      context: async ({ bearer, deadline }) => ({ graph, actor: bearer?.actor, signal: deadline }),
    });
  });
  return server;
}
