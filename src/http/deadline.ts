/** One signal for each request: it aborts at the deadline, or when the client has gone. */
import type { FastifyReply } from 'fastify';
import { AppError } from '../errors.js';

export function deadlineOf(reply: FastifyReply, timeoutMs: number): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(
      new AppError(
        'TIMEOUT',
        `The request took longer than ${timeoutMs} ms and was cancelled; ask for less.`,
      ),
    );
  }, timeoutMs);
  reply.raw.once('close', () => {
    clearTimeout(timer);
    if (!reply.raw.writableFinished) controller.abort(new AppError('TIMEOUT', 'The client has gone.'));
  });
  return controller.signal;
}
