/** The driver's faults as faults of ours, told apart by code. */
import neo4j from 'neo4j-driver';
import { AppError } from '../../errors.js';

/** What the driver says when no connection of the pool came free in time, among other things without a code. */
const WITHOUT_CODE = 'N/A';
const unreachable: ReadonlySet<string> = new Set([
  neo4j.error.SERVICE_UNAVAILABLE,
  neo4j.error.SESSION_EXPIRED,
  WITHOUT_CODE,
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.ClientError.Database.DatabaseNotFound',
  'Neo.DatabaseError.Database.UnableToStartDatabase',
]);
