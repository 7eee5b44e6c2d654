/** Joins a WebSocket to the protocol of subscriptions, and parts with peers that do not answer or do not read. */
import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';

const PING_MS = 12_000;
/** The WebSocket protocol's code for a fault of the server. */
const INTERNAL_ERROR = 1011;

export interface Speaking<Extra> {
  readonly protocol: Server<Extra>;
  /** What the protocol's hooks know of the connection. */
  readonly extra: Extra;
  /** How much may wait for a peer to read it, beside the events, which wait for it to read the one before. */
  readonly maxUnreadBytes: number;
  /** Hears of faults that are not the peer's. */
  readonly onFault: (fault: unknown) => void;
}

/** Pings a peer, and cuts the connection when it did not answer until the next time. */
function pingAlways(socket: WebSocket): void {
  let isAnswered = true;
  const pinging = setInterval(() => {
    if (!isAnswered) return socket.terminate();
    isAnswered = false;
    socket.ping();
  }, PING_MS);
  socket.on('pong', () => {
    isAnswered = true;
  });
  socket.once('close', () => clearInterval(pinging));
}

export function speakProtocol<Extra>(socket: WebSocket, speaking: Speaking<Extra>): void {
  const { protocol, extra, maxUnreadBytes, onFault } = speaking;
  // A frame that is too large or broken: the connection is closed with the code for it.
  socket.on('error', () => undefined);
  pingAlways(socket);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== socket.OPEN) return resolve();
          socket.send(text, (fault) => (fault ? reject(fault) : resolve()));
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) =>
        socket.on('message', async (data) => {
          if (socket.bufferedAmount > maxUnreadBytes) return socket.terminate();
          try {
            await take(String(data));
          } catch (fault) {
            // What was sent to a peer that has gone is no fault of ours.
            if (socket.readyState !== socket.OPEN) return;
            onFault(fault);
            socket.close(INTERNAL_ERROR, 'Internal error');
          }
        }),
    },
    extra,
  );
  socket.once('close', (code, reason) => void closed(code, String(reason)).catch(onFault));
}
