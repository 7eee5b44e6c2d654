/**
 * Tells when there are changes that somebody has not seen. It asks the ledger, so it hears of what any process wrote;
 * all who wait share one question, and none is asked while nobody waits.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { readLedger } from '../records/ledger.js';
import type { GraphStore } from '../store/graph-store.js';

/** How long a change may stay unnoticed. */
const INTERVAL_MS = 200;
/** How long to leave a graph alone that did not answer. */
const PAUSE_MS = 1_000;

export interface ChangeWatch {
  /** Resolves when there is a change with a greater number; rejects when the signal aborts. */
  beyond(sequence: number, signal: AbortSignal): Promise<void>;
}

interface Waiter {
  readonly sequence: number;
  wake(): void;
}

export function createChangeWatch(store: GraphStore): ChangeWatch {
  const waiters = new Set<Waiter>();
  let isAsking = false;

  async function askWhileWaiting(): Promise<void> {
    while (waiters.size > 0) {
      // A graph that can't be reached has no news; those who wait go on waiting until it is back.
      const sequence = await store.read(readLedger).then(
        (ledger) => ledger.sequence,
        () => undefined,
      );
      for (const waiter of waiters) if (sequence !== undefined && sequence > waiter.sequence) waiter.wake();
      if (waiters.size > 0)
        await wait(sequence === undefined ? PAUSE_MS : INTERVAL_MS, undefined, { ref: false });
    }
    isAsking = false;
  }

  return {
    beyond(sequence, signal) {
      signal.throwIfAborted();
      const waiting = new Promise<void>((resolve, reject) => {
        const waiter: Waiter = { sequence, wake: () => settle(resolve) };
        const giveUp = (): void => settle(() => reject(signal.reason));
        function settle(how: () => void): void {
          waiters.delete(waiter);
          signal.removeEventListener('abort', giveUp);
          how();
        }
        signal.addEventListener('abort', giveUp, { once: true });
        waiters.add(waiter);
      });
      if (!isAsking) {
        isAsking = true;
        void askWhileWaiting();
      }
      return waiting;
    },
  };
}
