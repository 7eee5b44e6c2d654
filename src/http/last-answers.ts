/** Lets the server end: once it closes, every answer is the last one on its connection. */
import type { FastifyInstance } from 'fastify';

/** A connection that is kept alive after its last answer would hold the server up until its client lets go of it. */
export function closeAfterAnswers(server: FastifyInstance): void {
  let isClosing = false;
  server.addHook('preClose', async () => {
    isClosing = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
}
