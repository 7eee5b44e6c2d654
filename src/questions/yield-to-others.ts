/** Keeps long computations from holding up everybody else who is served by this process. */

/** How many steps of a long loop one caller takes in a row: a few milliseconds of work at most. */
export const STEPS_PER_TURN = 2_000;

const waiting: (() => void)[] = [];

/** Lets one go on, and the next one only after the event loop has been round: in between all others are served. */
function letOneGoOn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(letOneGoOn);
}

/** How long computations may take that begin in the same round of the event loop. */
const BEGINNINGS_MS = 5;

/** When the first one began since the event loop has been round last. */
let firstBegan: number | undefined;

/** Begins a computation at once, unless those that began in the same round of the event loop have held it up already. */
export async function begin(signal?: AbortSignal): Promise<void> {
  if (firstBegan === undefined) {
    firstBegan = performance.now();
    setImmediate(() => {
      firstBegan = undefined;
    });
    return;
  }
  if (performance.now() - firstBegan >= BEGINNINGS_MS) await yieldToOthers(signal);
}

/**
 * Lets the others have their turn; rejects with the signal's reason if the work was called off meanwhile. However many
 * long computations there are, only one of them has a turn each time the event loop goes round.
 */
export async function yieldToOthers(signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(letOneGoOn);
  });
  signal?.throwIfAborted();
}
