/** The port's reader over a transaction of the driver. */
import type { ManagedTransaction } from 'neo4j-driver';
import type { Parameters, Reader } from '../../store/graph-store.js';
import { fromDriver, toDriver } from './values.js';

export const readerOver = (transaction: ManagedTransaction, signal: AbortSignal): Reader => ({
  async run<Row>(statement: string, parameters?: Parameters): Promise<Row[]> {
    signal.throwIfAborted();
    const result = await transaction.run(statement, toDriver(parameters) as Record<string, unknown>);
    return result.records.map((record) => fromDriver(record.toObject()) as Row);
  },
});
