import { expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { createSnapshots } from '../../src/snapshot/snapshots.js';
import { importText } from '../support/import-text.js';
import { describeSnapshots } from './snapshots.contract.js';

describeSnapshots('the embedded engine', () => openMemoryStore(), 60);

/** More records of a kind than one page of them, or one look at the changes, holds. */
const MANY = 6_000;
const ids = Array.from({ length: MANY }, (_, at) => `company-${at}`);
const companies = (country: string): string =>
  JSON.stringify({ companies: ids.map((id) => ({ id, name: id, roles: ['ENTERPRISE'], country })) });

it('a snapshot holds all of many companies, read at first or followed later', async () => {
  const store = await openMemoryStore();
  try {
    const following = createSnapshots(store);
    expect((await following.current()).sequence).toBe(0);
    await importText(store, companies('US'), 'facts.json');
    for (const snapshots of [following, createSnapshots(store)]) {
      const snapshot = await snapshots.current();
      expect(snapshot.sequence).toBe(MANY);
      expect(ids.filter((id) => !snapshot.hasCompany(id))).toEqual([]);
    }
    await importText(store, companies('DE'), 'facts.json');
    expect((await following.current()).sequence).toBe(2 * MANY);
  } finally {
    await store.close();
  }
}, 60_000);
