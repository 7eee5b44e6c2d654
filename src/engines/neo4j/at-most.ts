/** Runs at most so many tasks at a time; the others wait in the order in which they came, until their signal aborts. */
export function atMost(
  limit: number,
): <Result>(signal: AbortSignal, task: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];

  return async (signal, task) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      signal.throwIfAborted();
      return await task();
    } finally {
      const next = waiting.shift();
      // The place is handed on rather than given back, so that nobody who comes now gets in between.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
