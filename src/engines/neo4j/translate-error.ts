/** The driver's faults as faults of ours, told apart by code. */
import neo4j from 'neo4j-driver';
import { AppError } from '../../errors.js';

const unreachable: ReadonlySet<string> = new Set([
  neo4j.error.SERVICE_UNAVAILABLE,
  neo4j.error.SESSION_EXPIRED,
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.ClientError.Database.DatabaseNotFound',
  'Neo.DatabaseError.Database.UnableToStartDatabase',
]);
const timedOut: ReadonlySet<string> = new Set([
  'Neo.ClientError.Transaction.TransactionTimedOut',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
]);

const isUnreachable = (error: { code: string; retriable?: boolean }): boolean =>
  unreachable.has(error.code) || error.code.startsWith('Neo.ClientError.Security.');

/** The fault to throw for what the driver threw; what is not the driver's passes as it is. */
export function translateError(error: unknown): unknown {
  if (!neo4j.isRetriableError(error as Error) && !(error instanceof neo4j.Neo4jError)) return error;
  const { code } = error as { code: string };
  if (timedOut.has(code))
    return new AppError('TIMEOUT', 'The graph took longer than the request may.', { cause: error });
  if (isUnreachable(error as { code: string })) {
    return new AppError('UNAVAILABLE', 'The graph cannot be reached at the moment; try again.', {
      cause: error,
    });
  }
  return error;
}
