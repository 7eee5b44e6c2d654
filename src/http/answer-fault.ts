/** Answers faults outside of GraphQL's reach (a body that is no JSON, a token that is not valid, a full server) in its shape. */
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { AppError, errorCodes } from '../errors.js';
import type { TellFault, ToldFault } from '../graphql/tell-fault.js';

interface Fault extends ToldFault {
  readonly status: number;
}

const isOfClient = ({ statusCode }: Partial<FastifyError>): boolean =>
  statusCode !== undefined && statusCode >= 400 && statusCode < 500;

function describeFault(error: unknown, tell: TellFault): Fault {
  if (error instanceof AppError) return { status: errorCodes[error.code].status, ...tell(error) };
  const fault = error as Partial<FastifyError>;
  if (!isOfClient(fault)) return { status: 500, ...tell(error) };
  return {
    status: fault.statusCode ?? 400,
    message: fault.message ?? 'The request is not understood.',
    extensions: { code: 'VALIDATION_FAILED' },
  };
}

const CHALLENGE = 'Bearer realm="ai-infra-graph"';

function sendFault(reply: FastifyReply, { status, message, extensions }: Fault): FastifyReply {
  if (status === 401) reply.header('www-authenticate', CHALLENGE);
  const { retryAfterSeconds } = extensions;
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', String(retryAfterSeconds));
  return reply
    .code(status)
    .type('application/json')
    .send({ errors: [{ message, extensions }] });
}

export function answerFaults(server: FastifyInstance, tell: TellFault): void {
  server.setErrorHandler((error, _request, reply) => sendFault(reply, describeFault(error, tell)));
  server.setNotFoundHandler((_request, reply) => {
    const message = 'There is nothing here. The API and its playground are at /graphql.';
    return sendFault(reply, { status: 404, message, extensions: { code: 'NOT_FOUND' } });
  });
}
