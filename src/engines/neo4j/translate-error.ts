/** The driver's faults as faults of ours, told apart by code. */
import neo4j from 'neo4j-driver';
import { AppError } from '../../errors.js';

/** The driver's own faults that have no code, such as no connection of the pool coming free in time. */
const NO_CODE = 'N/A';

const unreachable: ReadonlySet<string> = new Set([
  neo4j.error.SERVICE_UNAVAILABLE,
  neo4j.error.SESSION_EXPIRED,
  NO_CODE,
  'Neo.ClientError.Database.DatabaseNotFound',
  'Neo.DatabaseError.Database.UnableToStartDatabase',
]);
const timedOut: ReadonlySet<string> = new Set([
  'Neo.ClientError.Transaction.TransactionTimedOut',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
]);

/** What passes by itself, but did not while we tried again: an election in the cluster, a lack of memory. */
const isPassing = (code: string): boolean => code.startsWith('Neo.TransientError.');
const isRefusal = (code: string): boolean => code.startsWith('Neo.ClientError.Security.');

/** The fault to throw for what the driver threw; what is not the driver's passes as it is. */
export function translateError(error: unknown): unknown {
  if (!(error instanceof neo4j.Neo4jError)) return error;
  const { code } = error;
  if (timedOut.has(code))
    return new AppError('TIMEOUT', 'The graph took longer than the request may.', { cause: error });
  if (unreachable.has(code) || isPassing(code) || isRefusal(code)) {
    return new AppError('UNAVAILABLE', 'The graph cannot be reached at the moment; try again.', {
      cause: error,
    });
  }
  return error;
}

/** The fault that keeps Neo4j from being opened: who runs this program reads it, and no client. */
export function translateOpenError(uri: string, error: unknown): unknown {
  if (!(error instanceof neo4j.Neo4jError)) return error;
  const advice = isRefusal(error.code) ? ' Check NEO4J_USER and NEO4J_PASSWORD.' : '';
  return new AppError('UNAVAILABLE', `Neo4j at ${uri} can't be used: ${error.message}${advice}`, {
    cause: error,
  });
}
