/** What browsers are told about every answer. The playground's page has a policy of its own. */
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const PREFLIGHT_SECONDS = 600;
const YEAR_SECONDS = 31_536_000;

/** An answer of the API is data: nothing in it may run or load anything. */
const nothing = { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'frame-ancestors': ["'none'"] };

/** `origins` are the web pages that may ask from a browser; empty: only our own. */
export async function setSecurityHeaders(server: FastifyInstance, origins: readonly string[]): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: nothing },
    xFrameOptions: { action: 'deny' },
    // What else is served below this name is not ours to decide.
    strictTransportSecurity: { maxAge: YEAR_SECONDS, includeSubDomains: false },
  });
  if (origins.length === 0) return;
  await server.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'],
    exposedHeaders: ['retry-after'],
    // Tokens travel in a header that scripts set; cookies mean nothing here.
    credentials: false,
    maxAge: PREFLIGHT_SECONDS,
  });
}
