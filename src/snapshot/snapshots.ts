/**
 * Keeps all that questions go by in memory, and proves it current before each question by one look at the ledger. What
 * has changed since is read then, by the numbers of the changes: so no answer is older than its question, whichever
 * process wrote.
 */
import { AppError } from '../errors.js';
import type { GraphStore } from '../store/graph-store.js';
import { untilAborted } from '../store/until-aborted.js';
import { createArchive, type Read } from './archive.js';
import type { Snapshot } from './snapshot.js';

export interface Snapshots {
  /** The one that was current last; undefined before the first. */
  readonly latest: Snapshot | undefined;
  /**
   * The graph in a state that it was in after the call. Rejects with the signal's reason once it is aborted; what is being
   * read is called off when nobody waits for it any more.
   */
  current(signal?: AbortSignal): Promise<Snapshot>;
}

/** No part may take longer to read; whoever comes next goes on from there. */
const READ_TIMEOUT_MS = 10_000;

/** One reading, and those who wait for it. */
interface Shared {
  readonly snapshot: Promise<Snapshot>;
  readonly ending: AbortController;
  waiting: number;
}

const tooLate = () => new AppError('UNAVAILABLE', 'The graph was not read in time; try again');
const nobodyWaits = new Error('nobody waits for the snapshot any more');

/** One reading serves several, so it has a time limit of its own. */
const readInTime =
  (store: GraphStore, ending: AbortController): Read =>
  async (work) => {
    const timer = setTimeout(() => ending.abort(tooLate()), READ_TIMEOUT_MS);
    try {
      return await store.read(work, { signal: ending.signal });
    } finally {
      clearTimeout(timer);
    }
  };

export function createSnapshots(store: GraphStore): Snapshots {
  const archive = createArchive();
  let latest: Snapshot | undefined;
  let running: Shared | undefined;
  let next: Shared | undefined;

  async function start(ending: AbortController): Promise<Snapshot> {
    try {
      latest = await archive.catchUp(readInTime(store, ending));
      return latest;
    } finally {
      running = undefined;
    }
  }

  /** What runs already may have looked at the ledger before the caller came; so all who come meanwhile share the next one. */
  function join(): Shared {
    if (next !== undefined) return next;
    const ending = new AbortController();
    if (running === undefined) {
      running = { snapshot: start(ending), ending, waiting: 0 };
      return running;
    }
    const begin = (): Promise<Snapshot> => {
      [running, next] = [next, undefined];
      return start(ending);
    };
    next = { snapshot: running.snapshot.then(begin, begin), ending, waiting: 0 };
    return next;
  }

  return {
    get latest() {
      return latest;
    },
    async current(signal) {
      signal?.throwIfAborted();
      const shared = join();
      shared.waiting += 1;
      try {
        return await (signal === undefined ? shared.snapshot : untilAborted(signal, shared.snapshot));
      } finally {
        shared.waiting -= 1;
        if (shared.waiting === 0) shared.ending.abort(nobodyWaits);
      }
    },
  };
}
