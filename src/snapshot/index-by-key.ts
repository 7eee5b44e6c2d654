/**
 * Items by key in versions that never change, so that whoever reads one is not disturbed by the next. A new version
 * copies one array of places, and the lists of the keys that were touched; it shares all else.
 */

/** Numbers keys as they come. Numbers are never taken back, so that all versions share them. */
export type Numbering = Map<string, number>;

export interface IndexByKey<Item> {
  /** How many items there are. */
  readonly size: number;
  /** In order of the items' ids. */
  get(key: string): readonly Item[];
  /** The keys that have items, in no order. */
  keys(): Iterable<string>;
  /** Starts the next version. */
  draft(): IndexDraft<Item>;
}

export interface IndexDraft<Item> {
  add(key: string, item: Item): void;
  /** The item has to be the one that was added. */
  remove(key: string, item: Item): void;
  /** The version itself where nothing was added or removed. */
  finish(): IndexByKey<Item>;
}

/** The lists by the numbers of their keys; a key that only others have items of may have none. */
type Lists<Item> = readonly (readonly Item[] | undefined)[];

function draftOf<Item>(
  before: IndexByKey<Item>,
  lists: Lists<Item>,
  numbers: Numbering,
  idOf: (item: Item) => string,
): IndexDraft<Item> {
  const touched = new Map<number, Item[]>();
  let { size } = before;

  function numberOf(key: string): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  }

  function listOf(key: string): Item[] {
    const number = numberOf(key);
    const known = touched.get(number);
    if (known !== undefined) return known;
    const list = [...(lists[number] ?? [])];
    touched.set(number, list);
    return list;
  }
  const inOrder = (one: Item, other: Item): number => (idOf(one) < idOf(other) ? -1 : 1);

  return {
    add(key, item) {
      listOf(key).push(item);
      size += 1;
    },
    remove(key, item) {
      const list = listOf(key);
      const at = list.indexOf(item);
      if (at === -1) throw new Error(`"${key}" does not have the item "${idOf(item)}"`);
      list.splice(at, 1);
      size -= 1;
    },
    finish() {
      if (touched.size === 0) return before;
      // Without holes, which would make it a slow sort of array.
      const next = [...lists];
      while (next.length < numbers.size) next.push(undefined);
      for (const [number, list] of touched) next[number] = list.sort(inOrder);
      return indexOf(next, size, numbers, idOf);
    },
  };
}

function indexOf<Item>(
  lists: Lists<Item>,
  size: number,
  numbers: Numbering,
  idOf: (item: Item) => string,
): IndexByKey<Item> {
  const none: readonly Item[] = [];
  const index: IndexByKey<Item> = {
    size,
    get: (key) => lists[numbers.get(key) ?? -1] ?? none,
    *keys() {
      for (const [key, number] of numbers) if ((lists[number]?.length ?? 0) > 0) yield key;
    },
    draft: () => draftOf(index, lists, numbers, idOf),
  };
  return index;
}

export const emptyIndex = <Item>(numbers: Numbering, idOf: (item: Item) => string): IndexByKey<Item> =>
  indexOf<Item>([], 0, numbers, idOf);
