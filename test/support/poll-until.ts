/** Asks again and again until it holds; rejects when it does not within the time. */
import { setTimeout as wait } from 'node:timers/promises';

export async function pollUntil(holds: () => Promise<boolean>, limitMs = 30_000): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`it does not hold after ${limitMs / 1_000} s`);
    await wait(100);
  }
}
