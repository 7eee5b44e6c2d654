/**
 * Items by key in versions that never change, so that whoever reads one is not disturbed by the next. A new version
 * copies one array of places, and the lists of the keys that were touched; it shares all else.
 */
import { changeLists } from './changed-lists.js';
import type { Codes } from './codes.js';

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
  keys: Codes,
  idOf: (item: Item) => string,
): IndexDraft<Item> {
  const changes = changeLists(before.size, (key) => [...(lists[key] ?? [])], idOf);
  return {
    add: (key, item) => changes.add(keys.codeOf(key), item),
    remove: (key, item) => changes.remove(keys.codeOf(key), item),
    finish() {
      const touched = changes.finish();
      if (touched.size === 0) return before;
      // Without holes, which would make it a slow sort of array.
      const next = [...lists];
      while (next.length < keys.size) next.push(undefined);
      for (const [key, list] of touched) next[key] = list;
      return indexOf(next, changes.size, keys, idOf);
    },
  };
}

function indexOf<Item>(
  lists: Lists<Item>,
  size: number,
  keys: Codes,
  idOf: (item: Item) => string,
): IndexByKey<Item> {
  const none: readonly Item[] = [];
  const index: IndexByKey<Item> = {
    size,
    get: (key) => lists[keys.find(key) ?? -1] ?? none,
    *keys() {
      for (const [key, list] of lists.entries()) if ((list?.length ?? 0) > 0) yield keys.textOf(key);
    },
    draft: () => draftOf(index, lists, keys, idOf),
  };
  return index;
}

/** Numbers are never taken back, so that all versions, and other indexes, may share them. */
export const emptyIndex = <Item>(keys: Codes, idOf: (item: Item) => string): IndexByKey<Item> =>
  indexOf<Item>([], 0, keys, idOf);
