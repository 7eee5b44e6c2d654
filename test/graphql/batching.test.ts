// A query costs as many calls of the store as it is deep, however many records are on each level of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { shareGraph } from '../../src/graphql/context.js';
import { runQuery } from '../../src/graphql/run-query.js';
import { createSchema } from '../../src/graphql/schema.js';
import { createSnapshots } from '../../src/snapshot/snapshots.js';
import { ask } from '../support/ask.js';
import { type CountedStore, countCalls } from '../support/counted-store.js';
import { denseFacts } from '../support/dense-facts.js';
import { importText } from '../support/import-text.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

let store: CountedStore;
let server: RunningServer;

beforeAll(async () => {
  store = countCalls(await openMemoryStore());
  await importText(store, denseFacts);
  // Wide lists in wide lists are the point here.
  server = await serveStore(store, { MAX_QUERY_COST: '1000000', REQUEST_TIMEOUT_MS: '60000' });
  // What questions go by is read once and kept; after that each request looks whether it is current, once.
  await ask(server.url, '{ computeSupply(of: "wide") { explored } }');
}, 60_000);

afterAll(() => server?.stop());

async function callsOf(
  query: string,
  variables: Record<string, unknown> = {},
): Promise<{ calls: number; size: number }> {
  const before = store.calls;
  const data = await ask(server.url, query, variables);
  return { calls: store.calls - before, size: JSON.stringify(data).length };
}

/**
 * Each with the calls that it needs, worked out by hand: one for each line of records, one for each count of them, and one
 * look whether the flows in memory are current, which suppliers, customers and groups go by.
 */
const nested: readonly (readonly [string, number, string])[] = [
  [
    'companies, their suppliers, the deals of those and the sources of these',
    // companies, look, suppliers, deals, sources
    5,
    `companies(first: $n) { nodes { suppliers(first: 3) { nodes { deals(first: $n) { nodes { sources { title } } } } } } }`,
  ],
  [
    'companies with their suppliers, how many those are, the deals between them and the sources of these',
    // companies, look, suppliers, deals, sources
    5,
    `companies(first: $n) { nodes { suppliers(first: $n) { totalCount edges { node { name } deals { sources { title } } } } } }`,
  ],
  [
    'companies, how many customers they have, and the groups of those',
    // companies, look, customers; the groups' records are known
    3,
    `companies(first: $n) { nodes { customers(first: $n) { totalCount nodes { name group { name } } } } }`,
  ],
  [
    'companies and three levels of suppliers, all asked for alike',
    // companies, look, all their suppliers
    3,
    `companies(first: $n) { nodes { suppliers(first: 2) { nodes { name suppliers(first: 2) { edges { node {
      name suppliers(first: 2) { nodes { name } } } } } } } } }`,
  ],
  [
    'companies and two levels of suppliers, each asked for in its own way',
    // companies, look, suppliers, their suppliers
    4,
    `companies(first: $n) { nodes { suppliers(first: 2) { nodes { name suppliers(first: 1) { nodes { name } } } } } }`,
  ],
  [
    'deals with their parties, chips and data centers, and who is behind these',
    // deals, how many, records of all that they name, records of designers and operators that are not parties
    4,
    `deals(first: $n) { totalCount nodes { payer { name } payee { name } sources { title } ... on CloudContract {
      chips { name designer { name } } dataCenters { name operator { name } }
    } } }`,
  ],
  [
    'events with their companies, the deals that they name and the sources of those',
    // events, companies and deals together, sources
    3,
    `events(first: $n) { nodes { companies { name } deals { summary sources { title } } } }`,
  ],
  [
    'companies by name with their figures, how many, and the sources of those',
    // companies, figures, how many, sources
    4,
    `companies(first: $n, orderBy: NAME_DESC, filter: { name: { contains: "ring" } }) { nodes {
      metrics(first: $n) { totalCount nodes { sources { title } } }
    } }`,
  ],
  [
    'chips with their designers and the contracts that cover them, with the customers of those',
    // chips, designers, contracts, customers that are not designers
    4,
    `chips(first: $n) { nodes { designer { name } cloudContracts(first: $n) { nodes { customer { name } supplier { name } } } } }`,
  ],
];

describe.each(nested)('%s', (_what, calls, field) => {
  it(`take ${calls} calls, be it two of each or a hundred`, async () => {
    const query = `query ($n: Int!) { ${field} }`;
    const few = await callsOf(query, { n: 2 });
    const many = await callsOf(query, { n: 100 });
    expect(many.size).toBeGreaterThan(few.size * 10);
    expect({ few: few.calls, many: many.calls }).toEqual({ few: calls, many: calls });
  });
});

describe.each([
  ['computeSupply', 'of', 'suppliers', 'suppliesTo'],
  ['exposure', 'to', 'customers', 'dependsOn'],
])('%s', (field, about, parties, counterparties) => {
  const query = `query ($id: ID!, $tiers: Int!) { ${field}(${about}: $id, tiers: $tiers) { tiers { tier ${parties} {
    company { name } group { name } ${counterparties} { name }
    deals { summary sources { title } ... on CloudContract { chips { name } dataCenters { name } } }
  } } } }`;

  it.each([1, 5, 8])('of %i tiers takes 3 calls: a look, the records, what they name', async (tiers) => {
    expect((await callsOf(query, { id: 'ring-60', tiers })).calls).toBe(3);
  });
});

describe('computeSupply', () => {
  it('takes as many calls with ten suppliers in each tier as with one', async () => {
    const query = `query ($id: ID!) { computeSupply(of: $id) { tiers { suppliers {
      company { name } deals { sources { title } } suppliesTo { name }
    } } } }`;
    const narrow = await callsOf(query, { id: 'narrow' });
    const wide = await callsOf(query, { id: 'wide' });
    expect(wide.size).toBeGreaterThan(narrow.size * 8);
    expect({ narrow: narrow.calls, wide: wide.calls }).toEqual({ narrow: 3, wide: 3 });
  });
});

describe('several branches of a query', () => {
  it('cost at most what each costs by itself', async () => {
    const query = `query ($n: Int!) { sources(first: $n) { nodes {
      cloudContracts(first: $n) { nodes { customer { name } } }
      metrics(first: $n) { nodes { company { name } } }
      events(first: $n) { nodes { companies { name } } }
    } } }`;
    // The sources, then for each branch its records and what those name.
    expect((await callsOf(query, { n: 2 })).calls).toBeLessThanOrEqual(1 + 3 * 2);
    expect((await callsOf(query, { n: 100 })).calls).toBeLessThanOrEqual(1 + 3 * 2);
  });

  it('of ten questions cost one look, and at most ten times the records of one', async () => {
    const question = (index: number): string =>
      `about${index}: computeSupply(of: "ring-${index}", tiers: 2) { tiers { suppliers { company { name } deals { summary } } } }`;
    const ten = Array.from({ length: 10 }, (_, index) => question(index * 12));
    // The look, and the records.
    expect((await callsOf(`{ ${question(0)} }`)).calls).toBe(2);
    expect((await callsOf(`{ ${ten.join(' ')} }`)).calls).toBeLessThanOrEqual(1 + 10);
  });
});

describe('the records of an answer', () => {
  it('take no call where nothing but their ids is asked for', async () => {
    const parties = 'company { id } group { id } deals { key: id } suppliesTo { id }';
    const query = `{ computeSupply(of: "ring-0", tiers: 2) { of { id } tiers { suppliers { ${parties} } } } }`;
    // The look.
    expect((await callsOf(query)).calls).toBe(1);
  });
});

describe('look-ups', () => {
  it('of two hundred ids take one call', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => [`ring-${index}`, `chip-${index}`]).flat();
    expect((await callsOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).calls).toBe(1);
  });

  it('of a company with its suppliers, and theirs, take one call beside the look', async () => {
    const suppliers = 'suppliers(first: 5) { nodes { name suppliers(first: 5) { nodes { name } } } }';
    expect((await callsOf(`{ company(id: "ring-0") { name ${suppliers} } }`)).calls).toBe(2);
  });

  it('by many aliases take one call', async () => {
    const fields = Array.from(
      { length: 20 },
      (_, index) => `c${index}: company(id: "ring-${index}") { name }`,
    );
    expect((await callsOf(`{ ${fields.join(' ')} }`)).calls).toBe(1);
  });

  it('of what nobody asks a page or a count for take no call for it', async () => {
    expect((await callsOf('{ companies { totalCount } }')).calls).toBe(1);
    expect(
      (await callsOf('{ companies { pageInfo { hasNextPage } nodes { id } edges { cursor } } }')).calls,
    ).toBe(1);
  });
});

describe('requests that come at the same moment', () => {
  it('share calls: two begin at once, the others take one together', async () => {
    const graph = shareGraph({ store, snapshots: createSnapshots(store) });
    const place = { schema: createSchema(), graph, actor: undefined, signal: new AbortController().signal };
    const before = store.calls;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        runQuery(place, `{ company(id: "ring-${index}") { id name } }`, {}),
      ),
    );
    const names = Array.from({ length: 20 }, (_, index) => `ring-${index}`);
    expect(answers.map(({ data }) => data)).toEqual(names.map((id) => ({ company: { id, name: id } })));
    expect(store.calls - before).toBe(3);
  });
});
