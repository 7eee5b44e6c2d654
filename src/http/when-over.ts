/** When a request is over, so that what was held for it is let go of. */
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What is still to be let go of, by connection: one listener for all its requests. */
const heldFor = new WeakMap<Socket, Set<() => void>>();

function heldOver(socket: Socket): Set<() => void> {
  const known = heldFor.get(socket);
  if (known !== undefined) return known;
  const held = new Set<() => void>();
  heldFor.set(socket, held);
  socket.once('close', () => {
    for (const end of held) end();
  });
  return held;
}

/**
 * Calls `free` once: when the answer was sent, or its client has gone; at once where he has gone already. An answer that
 * waits for those before it on its connection has no part in that yet, and would not tell of its end.
 */
export function whenOver({ raw: { socket } }: FastifyRequest, { raw }: FastifyReply, free: () => void): void {
  if (raw.destroyed || socket.destroyed) {
    free();
    return;
  }
  const held = heldOver(socket);
  const end = (): void => {
    raw.off('close', end);
    held.delete(end);
    free();
  };
  raw.once('close', end);
  held.add(end);
}
