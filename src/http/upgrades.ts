/**
 * Requests that ask to go on as a WebSocket pass through the server as all others do, so that whoever may not ask is
 * refused by the same rules and in the same words. Node hands them over as bare sockets.
 */
import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';

/** Where upgrades of /graphql are answered: there, a plain GET is a query. */
export const SOCKET_PATH = '/graphql/socket';

export interface Upgrade {
  readonly socket: Duplex;
  /** What came behind the request. */
  readonly head: Buffer;
}

const upgrades = new WeakMap<IncomingMessage, Upgrade>();

/** The socket of a request that asks for an upgrade; undefined for any other. */
export const upgradeOf = (request: IncomingMessage): Upgrade | undefined => upgrades.get(request);

const isForSocket = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'GET' && url?.split('?')[0] === '/graphql' && headers.upgrade?.toLowerCase() === 'websocket';

function routeUpgrade(server: FastifyInstance, request: IncomingMessage, upgrade: Upgrade): void {
  upgrades.set(request, upgrade);
  request.url = SOCKET_PATH;
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(request.socket);
  // Only of a refusal: what was upgraded is never finished as an answer.
  response.once('finish', () => upgrade.socket.end());
  server.routing(request, response);
}

const wishes: ReadonlySet<string> = new Set(['upgrade', 'connection', 'http2-settings']);

/** The bytes of the request as it came, but for the wish. */
function withoutWish({ method, url, httpVersion, rawHeaders }: IncomingMessage): Buffer {
  const headers = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 && !wishes.has(name.toLowerCase()) ? [`${name}: ${rawHeaders[at + 1]}`] : [],
  );
  return Buffer.from([`${method} ${url} HTTP/${httpVersion}`, ...headers, '', ''].join('\r\n'), 'latin1');
}

/**
 * Serves a request that asks for another protocol as if it did not: a server may, and clients of HTTP/2 (Java's among
 * them) ask for it with every first request.
 */
function ignoreWish(server: FastifyInstance, request: IncomingMessage, { socket, head }: Upgrade): void {
  socket.unshift(Buffer.concat([withoutWish(request), head]));
  server.server.emit('connection', socket);
}

export function routeUpgrades(server: FastifyInstance): void {
  server.server.on('upgrade', (request, socket, head) => {
    const upgrade = { socket, head };
    if (!isForSocket(request)) return ignoreWish(server, request, upgrade);
    // Node has let go of it, so nobody else hears of its faults.
    socket.on('error', () => socket.destroy());
    routeUpgrade(server, request, upgrade);
  });
}
