/** The port's reader over what runs statements in the driver. */
import type { QueryResult } from 'neo4j-driver';
import type { Parameters, Reader } from '../../store/graph-store.js';
import { fromDriver, toDriver } from './values.js';

/** A session or a transaction. */
export interface Runner {
  run(statement: string, parameters: Record<string, unknown>): PromiseLike<QueryResult>;
}

export const readerOver = (runner: Runner, signal: AbortSignal): Reader => ({
  async run<Row>(statement: string, parameters?: Parameters): Promise<Row[]> {
    signal.throwIfAborted();
    const result = await runner.run(statement, toDriver(parameters) as Record<string, unknown>);
    return result.records.map((record) => fromDriver(record.toObject()) as Row);
  },
});
