/**
 * How many requests are worked on at a time: by one process, so that its memory suffices, and of one client, so that
 * others have room. Live connections, which end when their client has enough of them, have limits of their own.
 */
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.js';
import { RETRY_AFTER_SECONDS } from './load-shedding.js';
import { createPlaces, type PlaceLimits } from './places.js';
import { whenOver } from './when-over.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the answer goes on until its client has enough of it. */
    isEndless?: boolean;
  }
}

/** The fault of a client that has as many as it may, with what it is to do. */
const atATime =
  (what: string) =>
  (max: number): AppError =>
    new AppError('RATE_LIMITED', `More than ${max} ${what}.`, {
      details: { limit: max, retryAfterSeconds: RETRY_AFTER_SECONDS },
    });

/** A request is under way until its answer was sent, or its client has gone. Turns away those beyond a limit. */
export function limitConcurrency(
  scope: FastifyInstance,
  limits: { readonly requests: PlaceLimits; readonly liveConnections: PlaceLimits },
): void {
  const ofRequest = createPlaces(
    limits.requests,
    atATime('requests at a time; wait for the answer to some of them'),
  );
  const ofConnection = createPlaces(
    limits.liveConnections,
    atATime('live connections at a time; close some of them'),
  );
  scope.addHook('onRequest', async (request, reply) => {
    const take = request.routeOptions.config.isEndless ? ofConnection : ofRequest;
    whenOver(request, reply, take(request.ip));
  });
}
