/** What a client is told of a fault, and those who run the server: the same, whichever door the request came through. */
import { AppError } from '../errors.js';

/** Where those who run the server read. */
export interface FaultLog {
  warn(fields: { readonly err: unknown }, message: string): void;
  error(fields: { readonly err: unknown; readonly requestId: string }, message: string): void;
}

export interface ToldFault {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** Faults meant for clients are told whole, all others by nothing but the id under which they were logged. */
export type TellFault = (fault: unknown) => ToldFault;

export function createTellFault(log: FaultLog): TellFault {
  /** One fault may stand in many places of many answers. */
  const logged = new WeakSet<AppError>();

  // What the client did not bring about has a cause that those who run the server need to see.
  function logCause(fault: AppError): void {
    if (fault.cause === undefined || logged.has(fault)) return;
    logged.add(fault);
    log.warn({ err: fault.cause }, fault.message);
  }

  return (fault) => {
    if (fault instanceof AppError) {
      logCause(fault);
      const { message, code, details } = fault;
      return { message, extensions: { ...details, code } };
    }
    const requestId = crypto.randomUUID();
    log.error({ err: fault, requestId }, 'a request failed');
    return {
      message: 'Internal error; it was logged under the request id given.',
      extensions: { code: 'INTERNAL_ERROR', requestId },
    };
  };
}
