/** Faults on their way from one thread to another: a message keeps the texts of an error, but not its class or its code. */
import { inspect } from 'node:util';
import { GraphQLError, Source } from 'graphql';
import { AppError, type ErrorCode } from '../errors.js';

export type CarriedFault =
  | {
      readonly is: 'APP';
      readonly code: ErrorCode;
      readonly message: string;
      readonly details: AppError['details'];
      /** As a text, for the log. */
      readonly cause: string | undefined;
    }
  | { readonly is: 'OTHER'; readonly error: Error };

/** It may be told a second time, on the way back. */
function textOf(cause: unknown): string | undefined {
  return cause === undefined || typeof cause === 'string' ? cause : inspect(cause);
}

export function carryFault(fault: unknown): CarriedFault {
  if (fault instanceof AppError) {
    const { code, message, details, cause } = fault;
    return { is: 'APP', code, message, details, cause: textOf(cause) };
  }
  return { is: 'OTHER', error: fault instanceof Error ? fault : new Error(String(fault)) };
}

export const faultCarried = (carried: CarriedFault): Error =>
  carried.is === 'APP'
    ? new AppError(carried.code, carried.message, { details: carried.details, cause: carried.cause })
    : carried.error;

/** A fault in an answer, and where in the query it arose. */
export interface CarriedAnswerFault {
  readonly message: string;
  readonly path: GraphQLError['path'];
  readonly positions: GraphQLError['positions'];
  readonly original: CarriedFault | undefined;
}

export const carryAnswerFault = ({
  message,
  path,
  positions,
  originalError,
}: GraphQLError): CarriedAnswerFault => ({
  message,
  path,
  positions,
  original: originalError && carryFault(originalError),
});

/** `text` is that of the query. */
export const answerFaultCarried = (
  { message, path, positions, original }: CarriedAnswerFault,
  text: string,
): GraphQLError =>
  new GraphQLError(message, {
    source: new Source(text),
    path,
    positions,
    originalError: original && faultCarried(original),
  });
