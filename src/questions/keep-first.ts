/** Keeps the first few of many items in an order: never more than twice as many are in memory as are wanted. */

export interface FirstFew<Item> {
  add(item: Item): void;
  /** In order. */
  all(): readonly Item[];
}

/** `limit`: how many are wanted, from 1 on. */
export function keepFirst<Item>(limit: number, compare: (one: Item, other: Item) => number): FirstFew<Item> {
  let kept: Item[] = [];
  /** What comes behind it is not wanted. */
  let last: Item | undefined;
  function prune(): void {
    kept = kept.sort(compare).slice(0, limit);
    last = kept[limit - 1];
  }
  return {
    add(item) {
      if (last !== undefined && compare(item, last) > 0) return;
      kept.push(item);
      if (kept.length === 2 * limit) prune();
    },
    all() {
      prune();
      return kept;
    },
  };
}
