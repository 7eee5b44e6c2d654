/** Subscriptions over WebSocket at /graphql, by the graphql-transport-ws protocol. */
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { useServer as speakProtocol } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Authenticate } from '../auth/authenticator.js';
import { AppError } from '../errors.js';
import type { PreparedLive } from '../graphql/live-operation.js';
import type { Actor } from '../model/actor.js';
import type { Live, Subscriber } from './live.js';

export interface SocketOptions {
  readonly live: Live;
  readonly authenticate: Authenticate;
  readonly requireAuth: boolean;
  readonly corsOrigins: readonly string[];
  readonly maxMessageBytes: number;
}

/** What is known of a connection. */
interface Peer extends Record<PropertyKey, unknown> {
  actor?: Actor | undefined;
}

/** The protocol's code for a connection that was refused. */
const FORBIDDEN = 4403;

/** Browsers can't send headers with a WebSocket, so the token comes with the first message. */
function headerOf(
  parameters: Readonly<Record<string, unknown>> | undefined,
  { headers }: IncomingMessage,
): string | undefined {
  const given = parameters?.authorization ?? parameters?.Authorization;
  return typeof given === 'string' ? given : headers.authorization;
}

/** A page of another site may not use what the reader's browser can reach. */
function isFromHere({ headers: { origin, host } }: IncomingMessage, allowed: readonly string[]): boolean {
  if (origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** What the library passes from the check of a subscription to its start. */
type Checked = PreparedLive & { readonly contextValue: Subscriber };

export function serveSockets(server: FastifyInstance, options: SocketOptions): void {
  const { live, authenticate, requireAuth } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.maxMessageBytes });
  const serving = speakProtocol<Record<string, unknown>, Peer>(
    {
      async onConnect({ connectionParams, extra }) {
        try {
          extra.actor = await authenticate(headerOf(connectionParams, extra.request));
        } catch (error) {
          // The text of a close frame has at most 123 bytes.
          extra.socket.close(
            FORBIDDEN,
            error instanceof AppError ? error.message.slice(0, 100) : 'Forbidden',
          );
          return false;
        }
        return !requireAuth || extra.actor !== undefined;
      },
      onSubscribe({ extra }, _id, payload) {
        const prepared = live.prepare(payload);
        if (!('document' in prepared)) return prepared;
        const contextValue: Subscriber = {
          actor: extra.actor,
          address: extra.request.socket.remoteAddress ?? '',
        };
        return { ...prepared, contextValue };
      },
      subscribe: async (args) => {
        const { contextValue, ...prepared } = args as Checked;
        return (await live.follow(prepared, contextValue)) as AsyncIterableIterator<ExecutionResult>;
      },
      // Errors of an event were formatted where they came up.
      onNext: (_context, _id, _payload, _args, result) => result,
      onError: (_context, _id, _payload, errors) =>
        errors.map((error) => live.formatError(error.toJSON(), error)),
    },
    sockets,
  );
  server.server.on('upgrade', (request, socket, head) => {
    const isOurs = request.url?.split('?')[0] === '/graphql' && isFromHere(request, options.corsOrigins);
    if (!isOurs) return socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    return sockets.handleUpgrade(request, socket, head, (opened) =>
      sockets.emit('connection', opened, request),
    );
  });
  server.addHook('preClose', async () => {
    live.end();
    await serving.dispose();
  });
}
