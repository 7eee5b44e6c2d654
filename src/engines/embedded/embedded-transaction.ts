/** One transaction of the embedded engine: it ends in order, whatever its work does. */
import type { Parameters, Reader } from '../../store/graph-store.js';
import type { Database, Transaction } from './load-grafeo.js';

/** A reader, and a promise that resolves when no statement of it runs any more. */
function readerOver(
  transaction: Transaction,
  signal: AbortSignal,
): { reader: Reader; idle(): Promise<unknown> } {
  const statements = new Set<Promise<unknown>>();
  const reader: Reader = {
    async run<Row>(statement: string, parameters?: Parameters): Promise<Row[]> {
      signal.throwIfAborted();
      const running = transaction.executeCypher(statement, parameters);
      statements.add(running);
      try {
        const result = await running;
        signal.throwIfAborted();
        return result.toArray() as Row[];
      } finally {
        statements.delete(running);
      }
    },
  };
  return { reader, idle: () => Promise.allSettled(statements) };
}

const rejectOnAbort = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** Commits or rolls back what `work` did when it resolves; rolls back when it rejects, or at once when the signal aborts. */
export async function inTransaction<Result>(
  database: Database,
  end: 'commit' | 'rollback',
  work: (reader: Reader) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  signal.throwIfAborted();
  const transaction = database.beginTransaction();
  const { reader, idle } = readerOver(transaction, signal);
  try {
    const result = await Promise.race([rejectOnAbort(signal), work(reader)]);
    signal.throwIfAborted();
    transaction[end]();
    return result;
  } finally {
    if (transaction.isActive) {
      // The engine refuses to end a transaction while a statement of it runs.
      await idle();
      transaction.rollback();
    }
  }
}
