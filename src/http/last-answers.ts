/** Lets the server end: once it closes, every answer is the last one on its connection, and is sent whole. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** How long clients may take to send and to read what was under way; less than Fastify's own limit of ten seconds. */
const GRACE_MS = 8_000;

/** A connection that is kept alive after its last answer would hold the server up until its client lets go of it. */
export function closeAfterAnswers(server: FastifyInstance): void {
  const sending = new Set<ServerResponse>();
  let isClosing = false;
  server.addHook('preClose', async () => {
    isClosing = true;
    setTimeout(() => server.server.closeAllConnections(), GRACE_MS).unref();
    // Node takes a connection for idle, and cuts it, as soon as its answer was handed over, sent or not.
    const handedOver = [...sending].filter(({ writableEnded }) => writableEnded);
    await Promise.all(handedOver.map((answer) => once(answer, 'close')));
  });
  server.addHook('onSend', async (_request, reply) => {
    const { raw } = reply;
    if (isClosing) reply.header('connection', 'close');
    // Its client may have gone before there was an answer.
    if (raw.destroyed) return;
    sending.add(raw);
    raw.once('close', () => sending.delete(raw));
  });
}
