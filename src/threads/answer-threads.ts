/** The threads that answer questions of a large graph, so that a process serves others meanwhile and uses more than one core. */
import { availableParallelism } from 'node:os';
import type { ExecutionResult } from 'graphql';
import type { Config } from '../config.js';
import type { Asker } from '../graphql/context.js';
import type { Logger } from '../log.js';
import { allFlows } from '../model/kind.js';
import type { Snapshots } from '../snapshot/snapshots.js';
import type { GraphStore } from '../store/graph-store.js';
import type { CarriedQuery } from './messages.js';
import { openThread, type Thread } from './thread.js';

export interface AnswerThreads {
  /** Undefined where the graph is small or no thread is ready: the process is then to answer by itself. */
  answer(asked: Omit<CarriedQuery, 'actor'>, asker: Asker): Promise<ExecutionResult> | undefined;
  /** Starts the threads where the graph is large; they are used as they become ready. */
  startIfLarge(): void;
  stop(): Promise<void>;
}

export interface ThreadedGraph {
  readonly store: GraphStore;
  readonly snapshots: Snapshots;
  readonly log: Logger;
}

/** More than four would serve more askers at once, but each holds a copy of what questions go by. */
export const DEFAULT_COUNT = Math.min(availableParallelism(), 4);

/** After one has ended by a fault: what ended it may end the next one, too. */
const START_AGAIN_AFTER_MS = 10_000;

const idlest = (threads: Iterable<Thread>): Thread | undefined =>
  [...threads].sort((one, other) => one.underWay - other.underWay)[0];

/** As many as the configuration asks for. */
export function createAnswerThreads(
  { ANSWER_THREADS: count = DEFAULT_COUNT, ANSWER_IN_THREADS_FROM: fromEdges }: Config,
  { store, snapshots, log }: ThreadedGraph,
): AnswerThreads {
  const ready = new Set<Thread>();
  /** Also those that are not ready yet. */
  const running = new Set<Thread>();
  let isStarting = false;
  let isStopped = false;
  let notBefore = 0;

  function isLarge(): boolean {
    const { latest } = snapshots;
    return latest !== undefined && allFlows.reduce((sum, flow) => sum + latest.count(flow), 0) >= fromEdges;
  }

  function start(): Thread {
    const thread = openThread(store);
    running.add(thread);
    void thread.ended.then((fault) => {
      running.delete(thread);
      ready.delete(thread);
      if (isStopped) return;
      notBefore = Date.now() + START_AGAIN_AFTER_MS;
      log.error({ err: fault }, 'a thread that answers questions has ended');
    });
    return thread;
  }

  async function startOne(): Promise<boolean> {
    const thread = start();
    try {
      await thread.prepare();
    } catch (err) {
      if (!isStopped) log.warn({ err }, 'a thread that answers questions could not read the graph');
      await thread.stop();
      return false;
    }
    ready.add(thread);
    log.info({ threads: ready.size }, 'a thread is ready to answer questions');
    return true;
  }

  /** One after the other: each of them reads the whole graph first. */
  async function startMissing(): Promise<void> {
    isStarting = true;
    try {
      while (!isStopped && running.size < count && (await startOne()));
    } catch (err) {
      notBefore = Date.now() + START_AGAIN_AFTER_MS;
      log.error({ err }, 'a thread that answers questions could not be started');
    } finally {
      isStarting = false;
    }
  }

  function startIfLarge(): void {
    if (isStarting || isStopped || running.size >= count || Date.now() < notBefore || !isLarge()) return;
    void startMissing();
  }

  return {
    startIfLarge,
    answer(asked, { actor, signal }) {
      startIfLarge();
      return isLarge() ? idlest(ready)?.answer({ ...asked, actor }, signal) : undefined;
    },
    async stop() {
      isStopped = true;
      await Promise.all([...running].map((thread) => thread.stop()));
    },
  };
}
