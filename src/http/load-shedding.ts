/** Turns requests away with 503 before the memory or the event loop of this process suffers; /health/live is answered always. */
import { getHeapStatistics } from 'node:v8';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.js';

const SAMPLE_MS = 1_000;
/** Beyond this part of what there is, most time goes to the collection of garbage, or the process is killed. */
const FULL = 0.9;
export const RETRY_AFTER_SECONDS = 2;

/** The memory that a container lets the process have, or undefined where there is no such limit. */
function constrainedMemory(): number | undefined {
  const bytes = process.constrainedMemory();
  return bytes > 0 && bytes < Number.MAX_SAFE_INTEGER ? bytes : undefined;
}

/** For a request that there is no room for now. */
export const overloaded = (): AppError =>
  new AppError('UNAVAILABLE', 'The server has more to do than it can at the moment; try again soon.', {
    details: { retryAfterSeconds: RETRY_AFTER_SECONDS },
  });

/** `maxEventLoopDelayMs` 0 lets the event loop be late. */
export async function shedLoad(server: FastifyInstance, maxEventLoopDelayMs: number): Promise<void> {
  const memory = constrainedMemory();
  await server.register(underPressure, {
    sampleInterval: SAMPLE_MS,
    maxEventLoopDelay: maxEventLoopDelayMs,
    maxHeapUsedBytes: FULL * getHeapStatistics().heap_size_limit,
    ...(memory !== undefined && { maxRssBytes: FULL * memory }),
    async pressureHandler(request, _reply, type, value) {
      request.log.warn({ type, value }, 'a request was turned away: the process is overloaded');
      throw overloaded();
    },
  });
}

/** The option of a route that is answered however much there is to do. */
export const neverShed = { pressureHandler: () => undefined };
