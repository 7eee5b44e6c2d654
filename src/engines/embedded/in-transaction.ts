/** One transaction of the embedded engine, which ends in order whatever its work does. */
import type { Parameters, Reader } from '../../store/graph-store.js';
import { untilAborted } from '../../store/until-aborted.js';
import type { Database, Transaction } from './load-grafeo.js';

interface Statements extends Reader {
  /** Refuses further statements, and resolves when none runs any more. */
  stop(): Promise<unknown>;
}

function statementsOf(transaction: Transaction, signal: AbortSignal): Statements {
  const running = new Set<Promise<unknown>>();
  let isStopped = false;
  return {
    async run<Row>(statement: string, parameters?: Parameters): Promise<Row[]> {
      signal.throwIfAborted();
      if (isStopped) throw new Error('a statement came after the end of its transaction');
      const result = transaction.executeCypher(statement, parameters);
      running.add(result);
      try {
        return (await result).toArray() as Row[];
      } finally {
        running.delete(result);
      }
    },
    stop() {
      isStopped = true;
      return Promise.allSettled(running);
    },
  };
}

/** Ends the transaction so when `work` resolves; rolls back when it rejects, or when the signal aborts before. */
export async function inTransaction<Result>(
  database: Database,
  end: 'commit' | 'rollback',
  work: (reader: Reader) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  signal.throwIfAborted();
  const transaction = database.beginTransaction();
  const statements = statementsOf(transaction, signal);
  try {
    const result = await untilAborted(signal, work(statements));
    // The engine refuses to end a transaction while a statement of it runs, also one that nobody waits for.
    await statements.stop();
    signal.throwIfAborted();
    transaction[end]();
    return result;
  } finally {
    await statements.stop();
    if (transaction.isActive) transaction.rollback();
  }
}
