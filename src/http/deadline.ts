/** One signal for each piece of work: it aborts at the deadline, or when the client has gone. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors.js';
import { whenOver } from './when-over.js';

export interface Deadline {
  readonly signal: AbortSignal;
  /** The work is done, or is called off for this reason before its time. */
  end(reason?: AppError): void;
}

export function startDeadline(timeoutMs: number): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(
      new AppError(
        'TIMEOUT',
        `The request took longer than ${timeoutMs} ms and was cancelled; ask for less.`,
      ),
    );
  }, timeoutMs);
  return {
    signal: controller.signal,
    end(reason) {
      clearTimeout(timer);
      if (reason !== undefined) controller.abort(reason);
    },
  };
}

export function deadlineOf(request: FastifyRequest, reply: FastifyReply, timeoutMs: number): AbortSignal {
  const { signal, end } = startDeadline(timeoutMs);
  // Once the answer was handed over there is nothing left to call off, whether or not it arrives.
  whenOver(request, reply, () =>
    end(reply.raw.writableEnded ? undefined : new AppError('TIMEOUT', 'The client has gone.')),
  );
  return signal;
}
