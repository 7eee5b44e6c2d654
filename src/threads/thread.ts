/** A thread that answers queries, as the process sees it. */
import type { BirpcReturn } from 'birpc';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { AppError } from '../errors.js';
import { JsonText } from '../graphql/json-text.js';
import { startThread } from '../start-thread.js';
import type { GraphStore } from '../store/graph-store.js';
import { untilAborted } from '../store/until-aborted.js';
import type { ThreadSettings } from './answering-thread.js';
import { answerFaultCarried, carryFault } from './carried-fault.js';
import { lendStore } from './lend-store.js';
import {
  type CarriedAnswer,
  type CarriedQuery,
  connect,
  type ProcessFunctions,
  type ThreadFunctions,
} from './messages.js';

export interface Thread {
  /** How many queries it is answering. */
  readonly underWay: number;
  /** Reads what questions go by. */
  prepare(): Promise<void>;
  /** The data of the result is JSON already; null with the reason if the signal aborts, with UNAVAILABLE if the thread ends. */
  answer(asked: CarriedQuery, signal: AbortSignal): Promise<ExecutionResult>;
  stop(): Promise<void>;
  /** Resolves when it has ended, with the fault that ended it; undefined where that was `stop`. */
  readonly ended: Promise<unknown>;
}

const module = new URL('./answering-thread.js', import.meta.url);

/**
 * A long answer makes some 50 MB of objects that live no longer than it. Where they have room, the garbage collector copies
 * less of them; that its pauses are longer then holds up nobody but those who asked the thread.
 */
const YOUNG_GENERATION_MB = 192;

const hasEnded = (): AppError =>
  new AppError('UNAVAILABLE', 'The thread that answered has ended; try again, or ask for less.');

function resultOf({ data, errors, extensions }: CarriedAnswer, text: string): ExecutionResult {
  return {
    ...(data !== undefined && { data: new JsonText(data) as unknown as Record<string, unknown> }),
    ...(errors && { errors: errors.map((fault) => answerFaultCarried(fault, text)) }),
    ...(extensions && { extensions }),
  };
}

const failed = (fault: Error): ExecutionResult => ({
  data: null,
  errors: [new GraphQLError(fault.message, { originalError: fault })],
});

export function openThread(store: GraphStore): Thread {
  const worker = startThread(module, {
    workerData: { engine: store.engine } satisfies ThreadSettings,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  const remote: BirpcReturn<ThreadFunctions, ProcessFunctions> = connect<ThreadFunctions, ProcessFunctions>(
    worker,
    lendStore(store, (read, attempt) => remote.work(read, attempt)),
  );
  let queries = 0;
  let underWay = 0;

  const ended = new Promise<unknown>((resolve) => {
    worker.once('error', resolve);
    worker.once('exit', () => {
      remote.$close(hasEnded());
      resolve(undefined);
    });
  });

  return {
    ended,
    get underWay() {
      return underWay;
    },
    prepare: () => remote.prepare(),
    async answer(asked, signal) {
      queries += 1;
      underWay += 1;
      const query = queries;
      // Nothing is to be answered, so it does not matter where it can't be sent any more: the thread has ended.
      const callOff = (): void =>
        void remote.callOff.asEvent(query, carryFault(signal.reason)).catch(() => undefined);
      signal.addEventListener('abort', callOff);
      try {
        signal.throwIfAborted();
        return resultOf(await untilAborted(signal, remote.answer(query, asked)), asked.text);
      } catch (fault) {
        return failed(fault as Error);
      } finally {
        signal.removeEventListener('abort', callOff);
        underWay -= 1;
      }
    },
    async stop() {
      await worker.terminate();
    },
  };
}
