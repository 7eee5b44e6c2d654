/** Lets the server end: once it closes, every answer is the last one on its connection, and is sent whole. */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { whenOver } from './when-over.js';

/** How long clients may take to send and to read what was under way; less than Fastify's own limit of ten seconds. */
const GRACE_MS = 8_000;

/** A connection that is kept alive after its last answer would hold the server up until its client lets go of it. */
export function closeAfterAnswers(server: FastifyInstance): void {
  /** What resolves when the answer is over. */
  const sending = new Map<ServerResponse, Promise<void>>();
  const connections = new Set<Socket>();
  let isClosing = false;
  server.server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  server.addHook('preClose', async () => {
    isClosing = true;
    // Browsers and pools open some in advance. Node takes none for idle that has not been asked anything yet.
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
    setTimeout(() => server.server.closeAllConnections(), GRACE_MS).unref();
    // Node takes a connection for idle, and cuts it, as soon as its answer was handed over, sent or not.
    // One that waits for others on its connection has none yet, and those others may be endless.
    const handedOver = [...sending].filter(([{ writableEnded, socket }]) => writableEnded && socket !== null);
    await Promise.all(handedOver.map(([, over]) => over));
  });
  server.addHook('onSend', async (request, reply) => {
    const { raw } = reply;
    if (isClosing) reply.header('connection', 'close');
    const over = new Promise<void>((resolve) => whenOver(request, reply, resolve));
    sending.set(raw, over);
    void over.then(() => sending.delete(raw));
  });
}
