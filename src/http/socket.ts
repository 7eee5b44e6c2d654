/** Subscriptions over WebSocket at /graphql, by the graphql-transport-ws protocol. */
import { setMaxListeners } from 'node:events';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionArgs } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { watchToken } from '../auth/token-end.js';
import { AppError, validationFailed } from '../errors.js';
import { type AdmissionOptions, type CountRequest, needsToken } from './admission.js';
import { closeSockets } from './close-sockets.js';
import { startDeadline } from './deadline.js';
import type { Live } from './live.js';
import { speakProtocol } from './speak-protocol.js';
import { routeUpgrades, SOCKET_PATH, upgradeOf } from './upgrades.js';

export interface SocketOptions
  extends Pick<AdmissionOptions, 'authenticate' | 'requireAuth' | 'requestTimeoutMs'> {
  readonly live: Live;
  readonly count: CountRequest;
  readonly corsOrigins: readonly string[];
  readonly maxMessageBytes: number;
  readonly onFault: (fault: unknown) => void;
}

/** What is known of a connection. */
interface Peer extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket;
  /** The one that was upgraded; it names who asks as soon as that is known. */
  readonly request: FastifyRequest;
  /** Aborts when the connection is closed. */
  readonly closed: AbortSignal;
}

/** How long a connection may stay silent before its first message. */
const FIRST_MESSAGE_MS = 3_000;
/** The protocol's code for a connection whose token is not valid; its clients may try again with another one. */
const FORBIDDEN = 4403;
/** The WebSocket protocol's code for what can't be found out at the moment. */
const TRY_AGAIN_LATER = 1013;
/** A reason has at most 123 bytes. */
const REASON_LENGTH = 120;

function closeFor(socket: WebSocket, fault: unknown): void {
  const isKnown = fault instanceof AppError;
  const code = isKnown && fault.code === 'UNAUTHENTICATED' ? FORBIDDEN : TRY_AGAIN_LATER;
  socket.close(code, isKnown ? fault.message.slice(0, REASON_LENGTH) : 'Try again later.');
}

/** Browsers can't send headers with a WebSocket, so the token comes with the first message. */
function headerOf(
  parameters: Readonly<Record<string, unknown>> | undefined,
  { headers }: FastifyRequest,
): string | undefined {
  const given = parameters?.authorization ?? parameters?.Authorization;
  return typeof given === 'string' ? given : headers.authorization;
}

/** A page of another site may not use what the reader's browser can reach. */
function isFromHere({ headers: { origin }, host }: FastifyRequest, allowed: readonly string[]): boolean {
  if (origin === undefined || allowed.includes(origin) || allowed.includes('*')) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Finds out who speaks, and parts with him when his token is no longer valid. */
async function meet(
  { socket, request, closed }: Peer,
  parameters: Readonly<Record<string, unknown>> | undefined,
  { authenticate, requireAuth, requestTimeoutMs }: SocketOptions,
): Promise<void> {
  const header = headerOf(parameters, request);
  const { signal, end } = startDeadline(requestTimeoutMs);
  try {
    request.bearer = await authenticate(header, { signal });
  } finally {
    end();
  }
  if (request.bearer === undefined || header === undefined) {
    if (requireAuth) throw needsToken();
    return;
  }
  const token = { authenticate, header, endsAt: request.bearer.endsAt };
  void watchToken(token, closed, (fault) => closeFor(socket, fault));
}

function protocolOf(options: SocketOptions) {
  const { live, count } = options;
  return makeServer<Record<string, unknown>, Peer>({
    connectionInitWaitTimeout: FIRST_MESSAGE_MS,
    async onConnect({ connectionParams, extra }) {
      try {
        await meet(extra, connectionParams, options);
        return true;
      } catch (fault) {
        extra.request.log.info({ address: extra.request.ip }, 'a connection was refused for its token');
        options.onFault(fault);
        closeFor(extra.socket, fault);
        return false;
      }
    },
    async onSubscribe({ extra: { request, closed } }, _id, payload) {
      try {
        await count(request);
        const prepared = live.prepare(payload);
        if (!('document' in prepared)) return prepared;
        const subscriber = { actor: request.bearer?.actor, address: request.ip, gone: closed };
        const results = await live.follow(prepared, subscriber);
        return { ...prepared, contextValue: results } as ExecutionArgs;
      } catch (fault) {
        return [live.refusal(fault)];
      }
    },
    // It was started where it could still be refused.
    subscribe: ({ contextValue }) => contextValue as never,
    // Errors of an event were formatted where they came up.
    onNext: (_context, _id, _payload, _args, result) => result,
    onError: (_context, _id, _payload, errors) =>
      errors.map((error) => live.formatError(error.toJSON(), error)),
  });
}

/** Serves subscriptions to upgrades of /graphql; the scope lets in who may ask. */
export function serveSockets(scope: FastifyInstance, options: SocketOptions): void {
  const { maxMessageBytes, onFault } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, handleProtocols });
  const protocol = protocolOf(options);

  function begin(socket: WebSocket, request: FastifyRequest): void {
    const closing = new AbortController();
    // Everything that is followed over the connection ends with it.
    setMaxListeners(0, closing.signal);
    socket.once('close', () => closing.abort());
    const extra: Peer = { socket, request, closed: closing.signal };
    speakProtocol(socket, { protocol, extra, maxUnreadBytes: maxMessageBytes, onFault });
  }

  const upgrade = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const upgraded = upgradeOf(request.raw);
    if (upgraded === undefined) throw validationFailed('Open a WebSocket at /graphql.');
    if (!isFromHere(request, options.corsOrigins)) {
      throw new AppError('FORBIDDEN', 'Pages of this origin may not ask here; see CORS_ORIGINS.');
    }
    reply.hijack();
    sockets.handleUpgrade(request.raw, upgraded.socket, upgraded.head, (socket) => begin(socket, request));
    return reply;
  };
  const config = { isEndless: true, takesTokenLater: true };
  scope.route({ method: 'GET', url: SOCKET_PATH, config, handler: upgrade });
  routeUpgrades(scope);
  scope.addHook('preClose', async () => {
    options.live.end();
    await closeSockets(sockets);
  });
}
