/**
 * Keeps all that questions go by in memory, and proves it current before each answer by one look at the ledger. What
 * has changed since is read then, by the numbers of the changes: so no answer is older than its question, whichever
 * process wrote.
 */
import { AppError } from '../errors.js';
import type { GraphStore } from '../store/graph-store.js';
import { shareWork } from '../store/shared-work.js';
import { createArchive, type Read } from './archive.js';
import type { Snapshot } from './snapshot.js';

export interface SnapshotSource {
  /**
   * The graph in a state that it was in after the call. Rejects with the signal's reason once it is aborted; what is being
   * read is called off when nobody waits for it any more.
   */
  current(signal?: AbortSignal): Promise<Snapshot>;
}

export interface Snapshots extends SnapshotSource {
  /** The one that was current last; undefined before the first. */
  readonly latest: Snapshot | undefined;
}

/** No part may take longer to read; whoever comes next goes on from there. */
const READ_TIMEOUT_MS = 10_000;

const tooLate = () => new AppError('UNAVAILABLE', 'The graph was not read in time; try again');

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

  const join = shareWork<undefined, Snapshot>({
    // The archive can be caught up only once at a time.
    atOnce: 1,
    fits: () => true,
    async run(_requests, ending) {
      latest = await archive.catchUp(readInTime(store, ending));
      return latest;
    },
  });

  return {
    get latest() {
      return latest;
    },
    current: (signal) => join(undefined, signal),
  };
}
