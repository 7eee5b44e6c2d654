/**
 * How many requests are worked on at a time: by one process, so that its memory suffices, and of one client, so that
 * others have room. Live connections, which end when their client has enough of them, have limits of their own.
 */
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.js';
import { overloaded, RETRY_AFTER_SECONDS } from './load-shedding.js';
import { whenOver } from './when-over.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the answer goes on until its client has enough of it. */
    isEndless?: boolean;
  }
}

export interface ConcurrencyLimits {
  readonly max: number;
  /** Of one address. */
  readonly maxPerClient: number;
}

const tooManyAtOnce = (max: number, what: string): AppError =>
  new AppError('RATE_LIMITED', `More than ${max} ${what}.`, {
    details: { limit: max, retryAfterSeconds: RETRY_AFTER_SECONDS },
  });

/** Takes a place for the client and gives what frees it; throws where there is none. */
function createPlaces(
  { max, maxPerClient }: ConcurrencyLimits,
  what: string,
): (client: string) => () => void {
  const ofClient = new Map<string, number>();
  let taken = 0;
  return (client) => {
    const own = ofClient.get(client) ?? 0;
    if (own >= maxPerClient) throw tooManyAtOnce(maxPerClient, what);
    if (taken >= max) throw overloaded();
    taken += 1;
    ofClient.set(client, own + 1);
    return () => {
      taken -= 1;
      const left = (ofClient.get(client) ?? 1) - 1;
      if (left === 0) ofClient.delete(client);
      else ofClient.set(client, left);
    };
  };
}

/** A request is under way until its answer was sent, or its client has gone. Turns away those beyond a limit. */
export function limitConcurrency(
  scope: FastifyInstance,
  limits: { readonly requests: ConcurrencyLimits; readonly liveConnections: ConcurrencyLimits },
): void {
  const ofRequest = createPlaces(limits.requests, 'requests at a time; wait for the answer to some of them');
  const ofConnection = createPlaces(limits.liveConnections, 'live connections at a time; close some of them');
  scope.addHook('onRequest', async (request, reply) => {
    const take = request.routeOptions.config.isEndless ? ofConnection : ofRequest;
    whenOver(request, reply, take(request.ip));
  });
}
