/**
 * Subscriptions as server-sent events: the distinct connections mode of the GraphQL over SSE protocol. Ours rather than the
 * protocol's library, which keeps all that a slow client has not read; a stream asks for the next event only when the
 * last one was taken.
 */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { validationFailed } from '../errors.js';
import type { LiveRequest, LiveResult, LiveResults } from '../graphql/live-operation.js';
import type { Live } from './live.js';

const KEEP_ALIVE_MS = 12_000;
const KEEP_ALIVE = ':\n\n';

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

async function* eventsOf(results: LiveResults): AsyncGenerator<string> {
  yield KEEP_ALIVE;
  for (let next = results.next(); ; ) {
    const result = await nextOrPause(next);
    if (result?.done) break;
    if (result !== undefined) next = results.next();
    yield result === undefined ? KEEP_ALIVE : print('next', JSON.stringify(result.value));
  }
  yield print('complete', '');
}

async function stream(live: Live, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const refuse = (errors: LiveResult['errors']): FastifyReply =>
    reply.code(400).type('application/json').send({ errors });
  const prepared = live.prepare(readRequest(request));
  if (!('document' in prepared))
    return refuse(prepared.map((error) => live.formatError(error.toJSON(), error)));
  const results = await live.follow(prepared, { actor: request.actor, address: request.ip });
  if (!('next' in results)) return refuse(results.errors);
  // Also while the next event is waited for, which the end of the stream alone would not notice.
  reply.raw.once('close', () => void results.return?.());
  return (
    reply
      .type('text/event-stream; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('x-accel-buffering', 'no')
      // A connection kept alive after its stream would keep a server that stops waiting for it.
      .header('connection', 'close')
      .send(Readable.from(eventsOf(results)))
  );
}

/** Serves subscriptions at /graphql/stream; the scope lets in who may ask. */
export function registerEventStream(scope: FastifyInstance, live: Live): void {
  scope.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    config: { isEndless: true },
    handler: (request, reply) => stream(live, request, reply),
  });
}
