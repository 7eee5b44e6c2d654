/** Work of a command that ends in order when it is interrupted. */
import { constants } from 'node:os';

const names = ['SIGINT', 'SIGTERM'] as const;

/**
 * Does the work, with a signal that aborts when the process is told to stop. What the work then rejects with is told, and
 * the exit code says what stopped it, as shells have it: 130 for Ctrl-C.
 */
export async function untilSignal(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stopping = new AbortController();
  const ignore = (): void => {
    for (const name of names) process.removeListener(name, stop);
  };
  const stop = (name: (typeof names)[number]): void => {
    // A second signal ends the process at once.
    ignore();
    process.exitCode = 128 + constants.signals[name];
    stopping.abort(new Error('It was stopped.'));
  };
  for (const name of names) process.on(name, stop);
  try {
    await work(stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  } finally {
    ignore();
  }
}
