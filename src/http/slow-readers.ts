/** Parts with clients that do not read their answer: it would stay in memory, and in the way of others, for as long as they like. */
import type { FastifyInstance } from 'fastify';
import { whenOver } from './when-over.js';

/** Lets a client take this long to read an answer; one without an end it may read for ever. */
export function endSlowReaders(server: FastifyInstance, timeoutMs: number): void {
  server.addHook('onSend', async (request, reply) => {
    if (request.routeOptions.config.isEndless) return;
    // Not the answer alone: one that waits behind others on its connection could not end that.
    const timer = setTimeout(() => request.raw.socket.destroy(), timeoutMs);
    whenOver(request, reply, () => clearTimeout(timer));
  });
}
