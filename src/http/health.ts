/** Health for orchestrators: live while the process answers, ready while the graph does too. */
import type { FastifyInstance } from 'fastify';
import type { GraphStore } from '../store/graph-store.js';
import { neverShed } from './load-shedding.js';

export function registerHealth(server: FastifyInstance, store: GraphStore): void {
  server.get('/health/live', { config: neverShed }, async () => ({ status: 'live' }));
  server.get('/health/ready', async (request, reply) => {
    try {
      await store.check();
      return { status: 'ready', engine: store.engine };
    } catch (error) {
      request.log.warn({ err: error }, 'the graph is not ready');
      return reply.code(503).header('retry-after', '5').send({ status: 'unavailable', engine: store.engine });
    }
  });
}
