/** Keeps long computations from holding up everybody else who is served by this process. */
import { setImmediate } from 'node:timers/promises';

/** How many steps of a long loop one caller takes in a row: a few milliseconds of work at most. */
export const STEPS_PER_TURN = 2_000;

/** Lets the others have their turn; rejects with the signal's reason if the work was called off meanwhile. */
export async function yieldToOthers(signal?: AbortSignal): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}
