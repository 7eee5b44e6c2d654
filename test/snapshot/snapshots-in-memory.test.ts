import { expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { createSnapshots } from '../../src/snapshot/snapshots.js';
import { importText } from '../support/import-text.js';
import { describeSnapshots } from './snapshots.contract.js';
import { tellSnapshot } from './tell-snapshot.js';

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

/** So many that their lists are packed anew, and that rows which were changed again and again are cleared away. */
const LABS = Array.from({ length: 1_300 }, (_, at) => `lab-${at}`);
const CLOUDS = ['cloud-0', 'cloud-1', 'cloud-2'];
const parties = [...LABS, ...CLOUDS].map((id) => ({ id, name: id, roles: ['AI_LAB'], country: 'US' }));

/** Each lab rents of another cloud with every turn. */
const rentals = (turn: number, labs: readonly string[]): string =>
  JSON.stringify({
    sources: [{ id: 'press', publisher: 'Press', title: 'A report', url: 'https://example.org/report' }],
    companies: parties,
    cloudContracts: labs.map((customer, at) => ({
      id: `${customer}-rental`,
      supplier: CLOUDS[(at + turn) % CLOUDS.length],
      customer,
      summary: `Turn ${turn}.`,
      announcedOn: '2024-05',
      status: 'ACTIVE',
      confidence: 'CONFIRMED',
      sources: ['press'],
    })),
  });

it('a snapshot that followed many changes of many companies is as if read anew', async () => {
  const store = await openMemoryStore();
  try {
    const following = createSnapshots(store);
    const changes = [LABS, LABS, LABS, LABS.slice(0, 900), LABS.slice(0, 5)];
    for (const [turn, labs] of changes.entries()) {
      await importText(store, rentals(turn, labs), 'facts.json');
      const tell = async (snapshots = createSnapshots(store)) =>
        tellSnapshot(await snapshots.current(), [...LABS, ...CLOUDS], ['USD']);
      expect(await tell(following)).toEqual(await tell());
    }
    const last = await following.current();
    expect(last.edgesTo('lab-0', 'SUPPLIES').map(({ from }) => from)).toEqual(['cloud-1']);
    expect(last.edgesTo('lab-5', 'SUPPLIES').map(({ from }) => from)).toEqual(['cloud-2']);
  } finally {
    await store.close();
  }
}, 60_000);
