import type { WebSocketServer } from 'ws';

/** The WebSocket protocol's code for a server that stops. */
const GOING_AWAY = 1001;
/** How long peers may take to say goodbye. */
const GRACE_MS = 5_000;

/** Takes leave of all peers; resolves when the last one has gone. */
export async function closeSockets(sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(GOING_AWAY, 'The server stops.');
  const cut = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
  }, GRACE_MS);
  await new Promise<void>((resolve) => sockets.close(() => resolve()));
  clearTimeout(cut);
}
