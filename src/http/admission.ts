/** Who is let in to the API: finds out who asks, holds each client to its rate, and refuses tokens that are not valid. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticate } from '../auth/authenticator.js';
import type { Bearer } from '../auth/bearer.js';
import { AppError } from '../errors.js';
import { deadlineOf } from './deadline.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; undefined without a token. */
    bearer: Bearer | undefined;
    /** Aborted at the request's deadline, or when the client has gone. */
    deadline: AbortSignal;
  }
  interface FastifyContextConfig {
    /** Whether a token may still come after the request, as it does over a WebSocket. */
    takesTokenLater?: boolean;
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
  readonly bearer?: Bearer | undefined;
  readonly fault?: unknown;
}

async function identify(request: FastifyRequest, authenticate: Authenticate): Promise<Caller> {
  try {
    return { bearer: await authenticate(request.headers.authorization, { signal: request.deadline }) };
  } catch (fault) {
    return { fault };
  }
}

/** Counts a request; rejects with RATE_LIMITED when there were too many. */
export type CountRequest = (request: FastifyRequest) => Promise<void>;

function limiter(
  scope: FastifyInstance,
  max: number,
  keyOf?: (request: FastifyRequest) => string,
): CountRequest {
  if (max === 0) return async () => undefined;
  const check = scope.createRateLimit({ max, ...(keyOf !== undefined && { keyGenerator: keyOf }) });
  let last: Promise<unknown> = Promise.resolve();
  return async (request) => {
    // One after the other: the plugin reads a counter a moment after it counted, when others may have counted too.
    const checking = last.then(() => check(request));
    last = checking.catch(() => undefined);
    const state = await checking;
    if (state.isAllowed || !state.isExceeded) return;
    const retryAfterSeconds = Math.max(1, state.ttlInSeconds);
    throw new AppError(
      'RATE_LIMITED',
      `More than ${max} requests in a minute; go on in ${retryAfterSeconds} seconds.`,
      { details: { limit: max, retryAfterSeconds } },
    );
  };
}

export const needsToken = (): AppError =>
  new AppError('UNAUTHENTICATED', 'Reading needs a token here. Send it as "Authorization: Bearer ...".');

/**
 * Every route of the scope, registered after this, is for those only who are let in. Gives what counts a request by
 * whoever makes it, for the operations that come over one connection.
 */
export async function admit(scope: FastifyInstance, options: AdmissionOptions): Promise<CountRequest> {
  const { authenticate, requireAuth, requestTimeoutMs, ratePerAddress, ratePerActor } = options;
  await scope.register(rateLimit, { global: false, timeWindow: MINUTE_MS, cache: MAX_CLIENTS });
  const limitAddress = limiter(scope, ratePerAddress);
  const limitActor = limiter(scope, ratePerActor, ({ bearer }) => bearer?.actor.name ?? '');
  const count: CountRequest = (request) =>
    (request.bearer === undefined ? limitAddress : limitActor)(request);

  scope.decorateRequest('bearer', undefined);
  scope.decorateRequest('deadline');
  scope.addHook('onRequest', async (request, reply) => {
    request.deadline = deadlineOf(request, reply, requestTimeoutMs);
    const { bearer, fault } = await identify(request, authenticate);
    request.bearer = bearer;
    // Before a bad token is refused, so that tokens can't be tried out at any rate.
    await count(request);
    if (fault !== undefined) {
      request.log.info({ address: request.ip }, 'a request was refused for its token');
      throw fault;
    }
    const isTokenDue = requireAuth && !request.routeOptions.config.takesTokenLater;
    if (bearer === undefined && isTokenDue) throw needsToken();
  });
  return count;
}
