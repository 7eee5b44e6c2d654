/** A store that is not there yet: it keeps trying to open, and answers UNAVAILABLE until it has. */
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../errors.js';
import type { GraphStore } from './graph-store.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

export interface WaitingOptions {
  /** Opens the store and makes it ready for use. */
  open(): Promise<GraphStore>;
  /** Told of each failed attempt, and when the next one is. */
  onFailure(error: unknown, nextInMs: number): void;
}

export interface WaitingStore extends GraphStore {
  /** Resolves when the store has opened, or was closed before. */
  readonly opened: Promise<void>;
}

export function createWaitingStore({ open, onFailure }: WaitingOptions): WaitingStore {
  let store: GraphStore | undefined;
  const closing = new AbortController();

  async function keepOpening(): Promise<void> {
    for (
      let waitMs = FIRST_WAIT_MS;
      !closing.signal.aborted;
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
    ) {
      try {
        const opened = await open();
        if (closing.signal.aborted) return opened.close();
        store = opened;
        return;
      } catch (error) {
        onFailure(error, waitMs);
        await wait(waitMs, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  const opened = keepOpening();
  const ready = (): GraphStore => {
    if (store !== undefined) return store;
    throw new AppError('UNAVAILABLE', 'The graph is not reachable yet; try again in a moment.');
  };

  return {
    opened,
    get engine() {
      return store?.engine ?? 'not connected yet';
    },
    read: async (work, options) => ready().read(work, options),
    write: async (work, options) => ready().write(work, options),
    searchText: async (words, limit, options) => ready().searchText(words, limit, options),
    check: async () => ready().check(),
    async close() {
      closing.abort();
      await opened;
      await store?.close();
    },
  };
}
