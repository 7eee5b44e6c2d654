/** Work that ends when its caller aborts it or the engine closes, whatever it is waiting for at that time. */
import { setMaxListeners } from 'node:events';
import { untilAborted } from '../store/until-aborted.js';

export interface EndableWork {
  /** Runs `work` with a signal that aborts when the caller's does, or at `endAll`; rejects with that reason at once then. */
  run<Result>(
    callersSignal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result>;
  /** Ends all that runs, for this reason, and all that comes later. */
  endAll(reason: unknown): void;
}

export function createEndableWork(): EndableWork {
  const running = new Set<AbortController>();
  const all = new AbortController();

  return {
    async run(callersSignal, work) {
      all.signal.throwIfAborted();
      callersSignal?.throwIfAborted();
      const ending = new AbortController();
      const end = (): void => ending.abort(callersSignal?.reason);
      if (callersSignal !== undefined) {
        // One request reads many things at once, all with its one signal.
        setMaxListeners(0, callersSignal);
        callersSignal.addEventListener('abort', end);
      }
      running.add(ending);
      try {
        return await untilAborted(ending.signal, work(ending.signal));
      } finally {
        running.delete(ending);
        callersSignal?.removeEventListener('abort', end);
      }
    },
    endAll(reason) {
      all.abort(reason);
      for (const ending of running) ending.abort(reason);
    },
  };
}
