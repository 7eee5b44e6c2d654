/** How many rows one statement takes: large enough to be fast, small enough to keep memory flat. */
export const BATCH_SIZE = 2_000;

export function* inBatches<Item>(items: readonly Item[], size = BATCH_SIZE): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
