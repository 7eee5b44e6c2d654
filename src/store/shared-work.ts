/**
 * Work that callers share. What runs already may have begun before a caller came, so it may be too old for it: all who come
 * meanwhile share the next piece of work, which begins when there is room for it.
 */
import { untilAborted } from './until-aborted.js';

export interface SharedWork<Request, Result> {
  /** How many pieces run side by side. */
  readonly atOnce: number;
  /** Whether a piece of work that waits takes another request; one that it does not take is done at once, by itself. */
  fits(gathered: readonly Request[], request: Request): boolean;
  /** Ends early once `ending` is aborted, as it is when nobody waits for the work any more. */
  run(requests: readonly Request[], ending: AbortController): Promise<Result>;
}

/**
 * Takes part in a piece of work that begins after the call. Rejects as the work does, or with the signal's reason once it
 * is aborted; the work then goes on for the others.
 */
export type Join<Request, Result> = (request: Request, signal?: AbortSignal) => Promise<Result>;

interface Piece<Request, Result> {
  readonly requests: Request[];
  readonly ending: AbortController;
  readonly result: Promise<Result>;
  waiting: number;
}

const nobodyWaits = new Error('nobody waits for this work any more');

export function shareWork<Request, Result>({
  atOnce,
  fits,
  run,
}: SharedWork<Request, Result>): Join<Request, Result> {
  let running = 0;
  let next: Piece<Request, Result> | undefined;
  let startNext = (): void => {};

  async function start(requests: readonly Request[], ending: AbortController): Promise<Result> {
    running += 1;
    try {
      return await run(requests, ending);
    } finally {
      running -= 1;
      startNext();
    }
  }

  function startAlone(request: Request): Piece<Request, Result> {
    const [requests, ending] = [[request], new AbortController()];
    return { requests, ending, result: start(requests, ending), waiting: 0 };
  }

  function forgetNext(): void {
    next = undefined;
    startNext = () => {};
  }

  function queue(request: Request): Piece<Request, Result> {
    const [requests, ending] = [[request], new AbortController()];
    const result = new Promise<Result>((resolve) => {
      startNext = () => {
        forgetNext();
        resolve(start(requests, ending));
      };
    });
    next = { requests, ending, result, waiting: 0 };
    return next;
  }

  function pieceFor(request: Request): Piece<Request, Result> {
    if (next === undefined) return running < atOnce ? startAlone(request) : queue(request);
    if (!fits(next.requests, request)) return startAlone(request);
    next.requests.push(request);
    return next;
  }

  return async (request, signal) => {
    signal?.throwIfAborted();
    const piece = pieceFor(request);
    piece.waiting += 1;
    try {
      return await (signal === undefined ? piece.result : untilAborted(signal, piece.result));
    } finally {
      piece.waiting -= 1;
      if (piece.waiting === 0) {
        // Whoever comes later must not share what was called off.
        if (piece === next) forgetNext();
        piece.ending.abort(nobodyWaits);
      }
    }
  };
}
