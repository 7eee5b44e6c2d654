/** The port's reader and writer over what runs statements in the driver. */
import type { QueryResult } from 'neo4j-driver';
import type { Parameters, Reader, Statement, Writer } from '../../store/graph-store.js';
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

/** What statements carry is in memory until the server has taken them. */
const MOST_AHEAD = 16;

/** A reader that sends one statement after the other without waiting for the answers in between. */
export function writerOver(runner: Runner, signal: AbortSignal): Writer {
  const reader = readerOver(runner, signal);
  return {
    ...reader,
    async runTogether(statements: Iterable<Statement>) {
      const ahead: Promise<unknown>[] = [];
      for (const { text, parameters } of statements) {
        if (ahead.length === MOST_AHEAD) await ahead.shift();
        const answer = reader.run(text, parameters);
        // The first that fails tells why; those behind it fail because of it, and nobody may be waiting for them.
        answer.catch(() => undefined);
        ahead.push(answer);
      }
      await Promise.all(ahead);
    },
  };
}
