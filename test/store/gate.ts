/** A point that one side waits at until the other opens it, so that tests order what runs side by side. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function createGate(): Gate {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Never settles: what waits for it ends only by being ended. */
export const forever = (): Promise<never> => new Promise(() => {});
