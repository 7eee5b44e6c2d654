/** Graphs to ask questions of, each in a memory of its own. */
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import type { Graph } from '../../src/questions/ask.js';
import { createSnapshots } from '../../src/snapshot/snapshots.js';
import type { Facts } from '../oracle/facts.js';
import type { Rate } from '../oracle/money.js';
import { importText } from './import-text.js';

export async function openGraph(text: string): Promise<Graph> {
  const store = await openMemoryStore();
  await importText(store, text);
  return { store, snapshots: createSnapshots(store) };
}

const exact = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

const rateRecord = ({ currency, usdPerUnit, on }: Rate) => ({
  id: `${currency.toLowerCase()}-usd-${on}`,
  currency,
  usdPerUnit,
  on,
  sources: ['source-1'],
});

/** Made-up facts, and made-up rates with them, as a file carries them. */
export const factsText = (facts: Facts, rates: readonly Rate[]): string =>
  JSON.stringify({ ...facts, exchangeRates: rates.map(rateRecord) }, exact);
