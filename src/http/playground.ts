/** The playground: a page at /graphql for browsers, its scripts and styles under /playground. Nothing leaves the host. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const folder = fileURLToPath(new URL('../../dist/playground', import.meta.url));

/** The editor styles its lines inline and draws some marks as `data:` images; all else is our own files. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const wantsPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;

function sendPage(reply: FastifyReply): FastifyReply {
  if (!existsSync(`${folder}/index.html`)) {
    return reply.code(404).type('text/plain').send('The playground is not built. Run: npm run build');
  }
  return reply.header('cache-control', 'no-cache').sendFile('index.html');
}

export async function registerPlayground(server: FastifyInstance): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    prefix: '/playground/',
    index: false,
    // The names of built files carry a hash of their content.
    immutable: true,
    maxAge: '365d',
    setHeaders: (response) => void response.setHeader('content-security-policy', contentSecurityPolicy),
  });
  server.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' && request.url === '/' && wantsPage(request))
      return reply.redirect('/graphql');
    if (request.method === 'GET' && request.url.split('?')[0] === '/graphql' && wantsPage(request)) {
      return sendPage(reply);
    }
  });
}
