/** One snapshot for all who ask, so that an answer is of one state of the graph in all its parts. */
import type { Snapshot } from './snapshot.js';
import type { SnapshotSource } from './snapshots.js';

export interface PinnedSnapshot extends SnapshotSource {
  /** Whoever asks after this gets a new one. */
  release(): void;
}

export function pinSnapshot(snapshots: SnapshotSource): PinnedSnapshot {
  let pinned: Promise<Snapshot> | undefined;
  return {
    current(signal) {
      pinned ??= snapshots.current(signal);
      return pinned;
    },
    release() {
      pinned = undefined;
    },
  };
}
