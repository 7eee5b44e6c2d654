/** Lists by number, changed for the next version: each is copied when it is touched first, so that the last version keeps its own. */
export interface ChangedLists<Item> {
  add(key: number, item: Item): void;
  /** The item has to be the one that was added. */
  remove(key: number, item: Item): void;
  /** How many items there are in all lists. */
  readonly size: number;
  /** The lists that were touched, in order of their items' ids. */
  finish(): ReadonlyMap<number, readonly Item[]>;
}

/** `size` is that of the version before, and `copyOf` gives a list of it. */
export function changeLists<Item>(
  size: number,
  copyOf: (key: number) => Item[],
  idOf: (item: Item) => string,
): ChangedLists<Item> {
  const touched = new Map<number, Item[]>();
  let newSize = size;

  function listOf(key: number): Item[] {
    const known = touched.get(key);
    if (known !== undefined) return known;
    const list = copyOf(key);
    touched.set(key, list);
    return list;
  }
  const inOrder = (one: Item, other: Item): number => (idOf(one) < idOf(other) ? -1 : 1);

  return {
    add(key, item) {
      listOf(key).push(item);
      newSize += 1;
    },
    remove(key, item) {
      const list = listOf(key);
      const at = list.indexOf(item);
      if (at === -1) throw new Error(`list ${key} does not have the item "${idOf(item)}"`);
      list.splice(at, 1);
      newSize -= 1;
    },
    get size() {
      return newSize;
    },
    finish() {
      for (const list of touched.values()) list.sort(inOrder);
      return touched;
    },
  };
}
