/** Sessions of the driver: one for each transaction, closed when it ends, and all of them seeing what was written before. */
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { translateError } from './translate-error.js';

export type AccessMode = 'READ' | 'WRITE';

export interface Sessions {
  /** Runs `work` in a transaction of its own, again after a passing fault; rejects with faults of ours. */
  transact<Result>(
    mode: AccessMode,
    work: (transaction: ManagedTransaction) => Promise<Result>,
    signal: AbortSignal,
  ): Promise<Result>;
  /** Runs one statement once, without another attempt. */
  probe(statement: string): Promise<void>;
}

export function createSessions(driver: Driver, database: string | undefined): Sessions {
  const bookmarkManager = neo4j.bookmarkManager();

  async function inSession<Result>(
    mode: AccessMode,
    use: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    const session = driver.session({
      defaultAccessMode: mode,
      bookmarkManager,
      ...(database !== undefined && { database }),
    });
    try {
      return await use(session);
    } catch (error) {
      throw translateError(error);
    } finally {
      await session.close().catch(() => undefined);
    }
  }

  return {
    transact: (mode, work, signal) =>
      inSession(mode, (session) => {
        // Closing a session ends its transaction on the server too.
        signal.addEventListener('abort', () => void session.close().catch(() => undefined));
        return mode === 'READ' ? session.executeRead(work) : session.executeWrite(work);
      }),
    async probe(statement) {
      await inSession('READ', (session) => session.run(statement));
    },
  };
}
