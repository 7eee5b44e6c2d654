/** A server whose questions are answered in a thread, however small the graph is. */
import type { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import type { GraphStore } from '../../src/store/graph-store.js';
import { askFault } from '../support/ask.js';
import { pollUntil } from '../support/poll-until.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

export interface ThreadedServer extends RunningServer {
  /** The threads that were started, the last one last. */
  readonly workers: readonly Worker[];
  log(): string;
  /** Resolves once so many threads have become ready, one after the other. */
  untilReady(times: number): Promise<void>;
}

export async function serveThreaded(
  store: GraphStore,
  environment: Record<string, string> = {},
): Promise<ThreadedServer> {
  const workers: Worker[] = [];
  const lines: string[] = [];
  const remember = (worker: Worker): void => void workers.push(worker);
  process.on('worker', remember);
  const server = await serveStore(
    store,
    { ANSWER_THREADS: '1', ANSWER_IN_THREADS_FROM: '0', ...environment },
    pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
  );
  const log = (): string => lines.join('');
  return {
    ...server,
    workers,
    log,
    untilReady: (times) =>
      pollUntil(async () => {
        // Threads are started by questions: the first one finds no snapshot yet to tell how large the graph is.
        await askFault(server.url, '{ timeline(of: ["nobody"]) { truncated } }');
        return log().split('is ready to answer').length > times;
      }),
    async stop() {
      process.off('worker', remember);
      await server.stop();
    },
  };
}
