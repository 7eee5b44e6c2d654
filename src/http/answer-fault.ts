/** Answers faults outside of GraphQL's reach (a body that is no JSON, a token that is not valid, a full server) in its shape. */
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { AppError, errorCodes } from '../errors.js';

interface Fault {
  readonly status: number;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** Logs a fault that the client may not see, and gives the id under which it is found. */
export type ReportFault = (fault: unknown) => string;

const isOfClient = ({ statusCode }: Partial<FastifyError>): boolean =>
  statusCode !== undefined && statusCode >= 400 && statusCode < 500;

function describeFault(error: unknown, report: ReportFault): Fault {
  if (error instanceof AppError) {
    const { code, message, details } = error;
    return { status: errorCodes[code].status, message, extensions: { ...details, code } };
  }
  const fault = error as Partial<FastifyError>;
  if (isOfClient(fault)) {
    return {
      status: fault.statusCode ?? 400,
      message: fault.message ?? 'The request is not understood.',
      extensions: { code: 'VALIDATION_FAILED' },
    };
  }
  return {
    status: 500,
    message: 'Internal error; it was logged under the request id given.',
    extensions: { code: 'INTERNAL_ERROR', requestId: report(error) },
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

export function answerFaults(server: FastifyInstance, report: ReportFault): void {
  server.setErrorHandler((error, request, reply) => {
    // What the client did not bring about has a cause that those who run the server need to see.
    if (error instanceof AppError && error.cause !== undefined) {
      request.log.warn({ err: error.cause }, error.message);
    }
    return sendFault(reply, describeFault(error, report));
  });
  server.setNotFoundHandler((_request, reply) => {
    const message = 'There is nothing here. The API and its playground are at /graphql.';
    return sendFault(reply, { status: 404, message, extensions: { code: 'NOT_FOUND' } });
  });
}
