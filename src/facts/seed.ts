/** Fills an empty graph with the facts that come with the product. */
import { fileURLToPath } from 'node:url';
import { readLedger } from '../records/ledger.js';
import type { WriteReport } from '../records/write-records.js';
import type { GraphStore } from '../store/graph-store.js';
import { importFacts } from './import-facts.js';
import { readFolder } from './read-folder.js';

export const seedFolder = fileURLToPath(new URL('../../seed', import.meta.url));

/** Imports the seed if nothing was ever written; tells what was, or undefined. */
export async function seedIfEmpty(store: GraphStore, now: Date): Promise<WriteReport | undefined> {
  const { sequence } = await store.read(readLedger);
  if (sequence > 0) return undefined;
  return importFacts(store, await readFolder(seedFolder), { actor: 'seed', reason: 'first start', now });
}
