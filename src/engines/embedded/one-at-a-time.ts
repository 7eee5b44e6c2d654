/** Runs tasks one after the other, in the order in which they were given. */
export function oneAtATime(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    // A failed task must not fail those behind it; its own caller gets the fault.
    last = result.catch(() => undefined);
    return result;
  };
}
