/** Who is let in to the API: finds out who asks, holds each client to its rate, and refuses tokens that are not valid. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticate } from '../auth/authenticator.js';
import { AppError } from '../errors.js';
import type { Actor } from '../model/actor.js';
import { deadlineOf } from './deadline.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; undefined without a token. */
    actor: Actor | undefined;
    /** Aborted at the request's deadline, or when the client has gone. */
    deadline: AbortSignal;
  }
}

export interface AdmissionOptions {
  readonly authenticate: Authenticate;
  readonly requireAuth: boolean;
  readonly requestTimeoutMs: number;
  /** Requests a minute of an address without a token; 0: no limit. */
  readonly ratePerAddress: number;
  /** Requests a minute of an actor; 0: no limit. */
  readonly ratePerActor: number;
}

const MINUTE_MS = 60_000;
/** How many clients are told apart; the one that has been quiet for longest is forgotten first. */
const MAX_CLIENTS = 10_000;

/** `fault` is what is wrong with the token that was shown. */
interface Caller {
  readonly actor?: Actor | undefined;
  readonly fault?: unknown;
}

async function identify(request: FastifyRequest, authenticate: Authenticate): Promise<Caller> {
  try {
    return { actor: await authenticate(request.headers.authorization, { signal: request.deadline }) };
  } catch (fault) {
    return { fault };
  }
}

type LimitRate = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

function limiter(
  scope: FastifyInstance,
  max: number,
  keyOf?: (request: FastifyRequest) => string,
): LimitRate {
  if (max === 0) return async () => undefined;
  const check = scope.createRateLimit({ max, ...(keyOf !== undefined && { keyGenerator: keyOf }) });
  return async (request, reply) => {
    const state = await check(request);
    if (state.isAllowed || !state.isExceeded) return;
    const retryAfterSeconds = Math.max(1, state.ttlInSeconds);
    reply.header('retry-after', String(retryAfterSeconds));
    throw new AppError(
      'RATE_LIMITED',
      `More than ${max} requests in a minute; go on in ${retryAfterSeconds} seconds.`,
      { details: { limit: max, retryAfterSeconds } },
    );
  };
}

/** Every route of the scope, registered after this, is for those only who are let in. */
export async function admit(scope: FastifyInstance, options: AdmissionOptions): Promise<void> {
  const { authenticate, requireAuth, requestTimeoutMs, ratePerAddress, ratePerActor } = options;
  await scope.register(rateLimit, { global: false, timeWindow: MINUTE_MS, cache: MAX_CLIENTS });
  const limitAddress = limiter(scope, ratePerAddress);
  const limitActor = limiter(scope, ratePerActor, ({ actor }) => actor?.name ?? '');

  scope.decorateRequest('actor', undefined);
  scope.decorateRequest('deadline');
  scope.addHook('onRequest', async (request, reply) => {
    request.deadline = deadlineOf(reply, requestTimeoutMs);
    const { actor, fault } = await identify(request, authenticate);
    request.actor = actor;
    // Before a bad token is refused, so that tokens can't be tried out at any rate.
    await (actor === undefined ? limitAddress : limitActor)(request, reply);
    if (fault !== undefined) {
      request.log.info({ address: request.ip }, 'a request was refused for its token');
      throw fault;
    }
    if (requireAuth && actor === undefined) {
      throw new AppError(
        'UNAUTHENTICATED',
        'Reading needs a token here. Send it as "Authorization: Bearer ...".',
      );
    }
  });
}
