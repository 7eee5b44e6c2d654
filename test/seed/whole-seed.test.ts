// The checked-in seed as a whole: nothing dropped, every fact with a source, and loading it twice changes nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFacts } from '../../src/facts/import-facts.js';
import { readFolder } from '../../src/facts/read-folder.js';
import { seedFolder, seedIfEmpty } from '../../src/facts/seed.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { seed } from '../support/read-seed.js';
import { openSeededStore } from '../support/seeded-store.js';

let store: GraphStore;
beforeAll(async () => {
  store = await openSeededStore();
}, 60_000);
afterAll(() => store.close());

/** As the collected facts have them; sources may only become more. */
const counts = {
  companies: 318,
  chips: 102,
  products: 17,
  dataCenters: 58,
  cloudContracts: 63,
  chipSupply: 77,
  componentSupply: 235,
  facilityContracts: 70,
  investments: 222,
  acquisitions: 24,
  ownerships: 56,
  partnerships: 9,
  competitions: 33,
  metrics: 102,
  events: 133,
};
const dealSections = [
  'cloudContracts',
  'chipSupply',
  'componentSupply',
  'facilityContracts',
  'investments',
  'acquisitions',
] as const;

const count = async (label: string): Promise<number> => {
  const [row] = await store.read((reader) =>
    reader.run<{ total: number }>(`MATCH (record:${label}) RETURN count(record) AS total`),
  );
  return row?.total ?? 0;
};

describe('the files of the seed', () => {
  it.each(Object.entries(counts))('have the section %s with %i records', (section, number) => {
    expect(seed.get(section)).toHaveLength(number);
  });

  it('have at least 930 sources', () => {
    expect(seed.get('sources')?.length).toBeGreaterThanOrEqual(930);
  });

  it('have 691 deals', () => {
    expect(dealSections.reduce((total, section) => total + counts[section], 0)).toBe(691);
  });

  it('name a source for every deal, ownership, partnership, figure, event and rate', () => {
    const stated = [...dealSections, 'ownerships', 'partnerships', 'metrics', 'events', 'exchangeRates'];
    const unsourced = stated
      .flatMap((section) => seed.get(section) ?? [])
      .filter(({ sources }) => !Array.isArray(sources) || sources.length === 0);
    expect(unsourced.map(({ id }) => id)).toEqual([]);
  });

  it('name every source for something', () => {
    const named = new Set([...seed.values()].flat().flatMap(({ sources }) => (sources ?? []) as string[]));
    const idle = (seed.get('sources') ?? []).filter(({ id }) => !named.has(id));
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});

describe('a graph filled from the seed', () => {
  it('has every record of its files', async () => {
    expect(await count('Entity')).toBe([...seed.values()].flat().length);
    expect(await count('Company')).toBe(318);
    expect(await count('Deal')).toBe(691);
  });

  it('is consistent', async () => {
    expect(await store.read(checkConsistency)).toEqual([]);
  });

  it('is not filled again', async () => {
    expect(await seedIfEmpty(store, new Date())).toBeUndefined();
  });

  it('is not changed by loading the same files once more, and says so', async () => {
    const changes = await count('Change');
    const report = await importFacts(store, await readFolder(seedFolder), { actor: 'test', now: new Date() });
    const total = [...seed.values()].flat().length;
    expect(report).toEqual({ created: 0, updated: 0, unchanged: total, sequence: total });
    expect(await count('Change')).toBe(changes);
    expect(await count('Entity')).toBe(total);
  });
});
