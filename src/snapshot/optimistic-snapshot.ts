/**
 * Gives at once the snapshot that was current last, and looks meanwhile whether it still is: optimistic reads that are
 * validated before anybody is told of them (Kung and Robinson, "On Optimistic Methods for Concurrency Control", 1981).
 */
import type { Snapshot } from './snapshot.js';
import type { SnapshotSource, Snapshots } from './snapshots.js';

export interface OptimisticSnapshot extends SnapshotSource {
  /** Whether what was given was the newest state after it was asked for; so it is where none was asked for. */
  wasCurrent(): Promise<boolean>;
  /** What the look gave, or its fault: for whoever has to begin again. */
  readonly validated: SnapshotSource;
}

/** The one look is held to `signal`, whoever asks. `onStale` is called once it is known that the given one is not current. */
export function assumeLatest(
  snapshots: Snapshots,
  signal: AbortSignal,
  onStale: () => void,
): OptimisticSnapshot {
  let given: Promise<Snapshot> | undefined;
  let looking: Promise<Snapshot> | undefined;
  let validity = Promise.resolve(true);

  function look(): Promise<Snapshot> {
    looking ??= snapshots.current(signal);
    return looking;
  }

  /** A fault of the look counts as stale: so it is heard, and comes out where it is asked for again. */
  async function validate(assumed: Snapshot): Promise<boolean> {
    const isCurrent = await look().then(
      (current) => current === assumed,
      () => false,
    );
    if (!isCurrent) onStale();
    return isCurrent;
  }

  function give(): Promise<Snapshot> {
    const { latest } = snapshots;
    if (latest === undefined) return look();
    validity = validate(latest);
    // After the promises that wait by now: through some of them the look is sent, and what is computed would hold it up.
    return new Promise((resolve) => process.nextTick(resolve, latest));
  }

  return {
    current() {
      given ??= give();
      return given;
    },
    wasCurrent: () => validity,
    validated: { current: look },
  };
}
