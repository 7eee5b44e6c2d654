/** Long loops that let everybody else who is served by this process have their turn. */
import { setImmediate } from 'node:timers/promises';
import { inBatches } from '../records/in-batches.js';

/** A few milliseconds of work. */
const ITEMS_PER_TURN = 200;

/** The items, some at a time. */
export async function* inTurns<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  for (const some of inBatches(items, ITEMS_PER_TURN)) {
    yield some;
    await setImmediate();
  }
}
