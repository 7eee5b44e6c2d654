/** Parts with clients that do not read their answer: it would stay in memory, and in the way of others, for as long as they like. */
import type { FastifyInstance } from 'fastify';

/** Lets a client take this long to read an answer; one without an end it may read for ever. */
export function endSlowReaders(server: FastifyInstance, timeoutMs: number): void {
  server.addHook('onSend', async ({ routeOptions }, { raw }) => {
    if (routeOptions.config.isEndless || raw.destroyed) return;
    const timer = setTimeout(() => raw.destroy(), timeoutMs);
    raw.once('close', () => clearTimeout(timer));
  });
}
