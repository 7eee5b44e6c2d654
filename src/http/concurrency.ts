/** How many requests are worked on at a time: by one process, so that its memory suffices, and of one client, so that others have room. */
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.js';
import { overloaded, RETRY_AFTER_SECONDS } from './load-shedding.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the answer goes on until its client has enough of it; such answers are counted by themselves. */
    isEndless?: boolean;
  }
}

export interface ConcurrencyLimits {
  readonly max: number;
  /** Of one address. */
  readonly maxPerClient: number;
}

const tooManyAtOnce = (max: number): AppError =>
  new AppError('RATE_LIMITED', `More than ${max} requests at a time; wait for the answer to some of them.`, {
    details: { limit: max, retryAfterSeconds: RETRY_AFTER_SECONDS },
  });

/** A request is under way until its answer was sent, or its client has gone. Turns away those beyond a limit. */
export function limitConcurrency(scope: FastifyInstance, { max, maxPerClient }: ConcurrencyLimits): void {
  const ofClient = new Map<string, number>();
  let underWay = 0;

  scope.addHook('onRequest', async ({ ip, routeOptions }, reply) => {
    if (routeOptions.config.isEndless) return;
    const own = ofClient.get(ip) ?? 0;
    if (underWay >= max || own >= maxPerClient) {
      reply.header('retry-after', String(RETRY_AFTER_SECONDS));
      throw own >= maxPerClient ? tooManyAtOnce(maxPerClient) : overloaded();
    }
    underWay += 1;
    ofClient.set(ip, own + 1);
    reply.raw.once('close', () => {
      underWay -= 1;
      const left = (ofClient.get(ip) ?? 1) - 1;
      if (left === 0) ofClient.delete(ip);
      else ofClient.set(ip, left);
    });
  });
}
