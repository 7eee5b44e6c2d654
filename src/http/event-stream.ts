/**
 * Subscriptions as server-sent events: the distinct connections mode of the GraphQL over SSE protocol. Ours rather than the
 * protocol's library, which keeps all that a slow client has not read; a stream asks for the next event only when the
 * last one was taken.
 */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Authenticate } from '../auth/authenticator.js';
import { watchToken } from '../auth/token-end.js';
import { type AppError, validationFailed } from '../errors.js';
import type { LiveRequest, LiveResult, LiveResults } from '../graphql/live-operation.js';
import type { Live } from './live.js';
import { whenOver } from './when-over.js';

const KEEP_ALIVE_MS = 12_000;
const KEEP_ALIVE = ':\n\n';
/** How long a client may take to read that its token has ended. */
const FAREWELL_MS = 5_000;

const requestSchema = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

const fromQueryString = z.object({
  ...requestSchema.shape,
  variables: z
    .string()
    .transform((text) => JSON.parse(text) as Record<string, unknown>)
    .optional(),
});

function readRequest({ method, body, query }: FastifyRequest): LiveRequest {
  try {
    return method === 'GET' ? fromQueryString.parse(query) : requestSchema.parse(body);
  } catch {
    throw validationFailed(
      'Send a subscription as JSON: {"query": "subscription { changes { sequence } }"}.',
    );
  }
}

const print = (event: 'next' | 'complete', payload: string): string =>
  `event: ${event}\ndata: ${payload}\n\n`;

async function nextOrPause(
  next: Promise<IteratorResult<LiveResult>>,
): Promise<IteratorResult<LiveResult> | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, KEEP_ALIVE_MS, undefined);
  });
  try {
    return await Promise.race([next, pause]);
  } finally {
    clearTimeout(timer);
  }
}

/** Every result when the one before was taken, and what keeps the connection alive while there is none. */
async function* resultsOf(results: LiveResults): AsyncGenerator<string> {
  for (let next = results.next(); ; ) {
    const result = await nextOrPause(next);
    if (result?.done) return;
    if (result === undefined) {
      yield KEEP_ALIVE;
    } else {
      yield print('next', JSON.stringify(result.value));
      next = results.next();
    }
  }
}

/** `endOf` gives what is said when the results have ended, by the fault that ended them where there was one. */
async function* eventsOf(
  results: LiveResults,
  endOf: (fault?: unknown) => LiveResult | undefined,
): AsyncGenerator<string> {
  yield KEEP_ALIVE;
  let last: LiveResult | undefined;
  try {
    yield* resultsOf(results);
    last = endOf();
  } catch (fault) {
    last = endOf(fault);
  }
  if (last !== undefined) yield print('next', JSON.stringify(last));
  yield print('complete', '');
}

/** Ends a stream whose token is no longer valid; gives what to say then. */
function endWithToken(
  authenticate: Authenticate,
  { bearer, headers: { authorization }, raw: { socket } }: FastifyRequest,
  gone: AbortSignal,
  end: () => void,
): () => AppError | undefined {
  let fault: AppError | undefined;
  if (bearer !== undefined && authorization !== undefined) {
    const token = { authenticate, header: authorization, endsAt: bearer.endsAt };
    void watchToken(token, gone, (found) => {
      fault = found;
      end();
      setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
    });
  }
  return () => fault;
}

/** Aborts when the stream is over. */
function untilOver(request: FastifyRequest, reply: FastifyReply): AbortSignal {
  const over = new AbortController();
  whenOver(request, reply, () => over.abort());
  return over.signal;
}

export interface EventStreamOptions {
  readonly live: Live;
  readonly authenticate: Authenticate;
}

async function stream(
  { live, authenticate }: EventStreamOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const format = (error: GraphQLError) => live.formatError(error.toJSON(), error);
  const refuse = (errors: LiveResult['errors']): FastifyReply =>
    reply.code(400).type('application/json').send({ errors });
  const prepared = live.prepare(readRequest(request));
  if (!('document' in prepared)) return refuse(prepared.map(format));
  const gone = untilOver(request, reply);
  const results = await live.follow(prepared, {
    actor: request.bearer?.actor,
    address: request.ip,
    gone,
  });
  if (!('next' in results)) return refuse(results.errors);
  const tokenFault = endWithToken(authenticate, request, gone, () => void results.return?.());
  const endOf = (fault: unknown = tokenFault()): LiveResult | undefined =>
    fault === undefined ? undefined : { errors: [format(live.refusal(fault))] };
  return (
    reply
      .type('text/event-stream; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('x-accel-buffering', 'no')
      // A connection kept alive after its stream would keep a server that stops waiting for it.
      .header('connection', 'close')
      .send(Readable.from(eventsOf(results, endOf)))
  );
}

/** Serves subscriptions at /graphql/stream; the scope lets in who may ask. */
export function registerEventStream(scope: FastifyInstance, options: EventStreamOptions): void {
  scope.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    config: { isEndless: true },
    handler: (request, reply) => stream(options, request, reply),
  });
}
