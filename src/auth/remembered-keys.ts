/** Looks keys up in the graph, and remembers what it found for a moment: most requests come in runs of one key. */
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import { findKey, type StoredKey } from './stored-keys.js';

/** How long a key that was revoked in another process may still be accepted here. */
export const REMEMBERED_MS = 5_000;
const MAX_REMEMBERED = 1_000;

interface Remembered {
  readonly key: StoredKey;
  readonly until: number;
}

export type LookUpKey = (id: string, options?: WorkOptions) => Promise<StoredKey | undefined>;

/** `clock` tells the time in milliseconds. Only keys that exist are remembered, so invented ids can't push them out. */
export function rememberKeys(store: GraphStore, clock: () => number): LookUpKey {
  const remembered = new Map<string, Remembered>();

  function remember(key: StoredKey): void {
    remembered.delete(key.id);
    const [oldest] = remembered.keys();
    if (oldest !== undefined && remembered.size >= MAX_REMEMBERED) remembered.delete(oldest);
    remembered.set(key.id, { key, until: clock() + REMEMBERED_MS });
  }

  return async (id, options) => {
    const known = remembered.get(id);
    if (known !== undefined && clock() < known.until) return known.key;
    const key = await store.read((reader) => findKey(reader, id), options);
    if (key === undefined) remembered.delete(id);
    else remember(key);
    return key;
  };
}
