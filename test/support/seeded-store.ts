/** A graph in memory that holds the checked-in seed. */
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { seedIfEmpty } from '../../src/facts/seed.js';
import type { GraphStore } from '../../src/store/graph-store.js';

export async function openSeededStore(): Promise<GraphStore> {
  const store = await openMemoryStore();
  await seedIfEmpty(store, new Date());
  return store;
}
