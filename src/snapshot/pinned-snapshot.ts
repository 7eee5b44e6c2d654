/** One snapshot for all who ask, so that an answer is of one state of the graph in all its parts. */
import type { Snapshot } from './snapshot.js';
import type { Snapshots } from './snapshots.js';

export interface PinnedSnapshot extends Snapshots {
  /** Whoever asks after this gets a new one. */
  release(): void;
}

export function pinSnapshot(snapshots: Snapshots): PinnedSnapshot {
  let pinned: Promise<Snapshot> | undefined;
  return {
    get latest() {
      return snapshots.latest;
    },
    current(signal) {
      pinned ??= snapshots.current(signal);
      return pinned;
    },
    release() {
      pinned = undefined;
    },
  };
}
