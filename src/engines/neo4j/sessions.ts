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
  /** Lets `work` read in a session, once; undefined after a passing fault, and other faults as ours. */
  readOnce<Result>(
    work: (session: Session) => Promise<Result>,
    signal: AbortSignal,
  ): Promise<Result | undefined>;
  /** Runs one statement once, without another attempt. */
  probe(statement: string): Promise<void>;
}

/** All that a statement gives comes in one go: our statements are bounded, and each further request costs a round trip. */
const FETCH_ALL = -1;

export function createSessions(driver: Driver, database: string | undefined): Sessions {
  const bookmarkManager = neo4j.bookmarkManager();

  const openSession = (mode: AccessMode): Session =>
    driver.session({
      defaultAccessMode: mode,
      bookmarkManager,
      fetchSize: FETCH_ALL,
      ...(database !== undefined && { database }),
    });

  async function inSession<Result>(
    mode: AccessMode,
    use: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    const session = openSession(mode);
    try {
      return await use(session);
    } catch (error) {
      throw translateError(error);
    } finally {
      await session.close().catch(() => undefined);
    }
  }

  // Closing a session ends its transaction on the server too.
  const closeOnAbort = (session: Session, signal: AbortSignal): void =>
    signal.addEventListener('abort', () => void session.close().catch(() => undefined));

  return {
    transact: (mode, work, signal) =>
      inSession(mode, (session) => {
        closeOnAbort(session, signal);
        return mode === 'READ' ? session.executeRead(work) : session.executeWrite(work);
      }),
    async readOnce(work, signal) {
      const session = openSession('READ');
      closeOnAbort(session, signal);
      try {
        return await work(session);
      } catch (error) {
        if (neo4j.isRetryableError(error as Error)) return undefined;
        throw translateError(error);
      } finally {
        // Nobody has to wait until what was only read has been rolled back.
        void session.close().catch(() => undefined);
      }
    },
    async probe(statement) {
      await inSession('READ', (session) => session.run(statement));
    },
  };
}
