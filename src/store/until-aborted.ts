/** Stops waiting for work that is no longer wanted. */
import { setMaxListeners } from 'node:events';

/** Settles as `work` does, or rejects with the signal's reason if it aborts first; `work` then goes on unheard. */
export async function untilAborted<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  let reject = (): void => {};
  const aborted = new Promise<never>((_resolve, rejectWith) => {
    reject = () => rejectWith(signal.reason);
  });
  if (signal.aborted) reject();
  // One request waits for many things at once, all with its one signal.
  setMaxListeners(0, signal);
  signal.addEventListener('abort', reject);
  try {
    return await Promise.race([aborted, work]);
  } finally {
    signal.removeEventListener('abort', reject);
  }
}
