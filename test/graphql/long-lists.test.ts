// A list of an answer may have thousands of items: all of them come, in order, and others are served in between.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import type { RequestContext } from '../../src/graphql/context.js';
import { longList } from '../../src/graphql/types/long-list.js';
import { ask } from '../support/ask.js';
import { importText } from '../support/import-text.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

const CUSTOMERS = 2_300;
const customers = Array.from({ length: CUSTOMERS }, (_, at) => `customer-${String(at).padStart(4, '0')}`);

/** A foundry that all of them buy from. */
const facts = JSON.stringify({
  sources: [{ id: 'press', publisher: 'Press', title: 'All of them' }],
  companies: ['foundry', ...customers].map((id) => ({ id, name: id, country: 'TW', roles: ['FOUNDRY'] })),
  componentSupply: customers.map((customer) => ({
    id: `foundry-${customer}`,
    supplier: 'foundry',
    customer,
    category: 'FABRICATION',
    status: 'ACTIVE',
    confidence: 'CONFIRMED',
    summary: 'Makes its chips.',
    sources: ['press'],
  })),
});

let server: RunningServer;

beforeAll(async () => {
  const store = await openMemoryStore();
  await importText(store, facts);
  server = await serveStore(store);
}, 60_000);

afterAll(() => server?.stop());

interface Exposure {
  readonly exposure: {
    readonly tiers: readonly {
      readonly customers: readonly { readonly company: { readonly id: string } }[];
    }[];
  };
}

describe('a list of thousands', () => {
  it('comes whole and in order', async () => {
    const { exposure } = await ask<Exposure>(
      server.url,
      '{ exposure(to: "foundry") { tiers { customers { company { id } deals { id } } } } }',
    );
    expect(exposure.tiers).toEqual([
      { customers: customers.map((id) => ({ company: { id }, deals: [{ id: `foundry-${id}` }] })) },
    ]);
  });
});

const { resolve: resolveNumbers } = longList<readonly number[]>(
  () => Number,
  'Numbers.',
  (root) => root,
);
const numbers = Array.from({ length: 1_000 }, (_, at) => at);

type Items = readonly (number | Promise<number>)[];
const itemsOf = ({ signal }: AbortController): Items =>
  resolveNumbers?.(numbers, { signal } as RequestContext, {}, {} as never) as Items;

describe('the items of a long list', () => {
  it('are there at once up to the first 250, and then 250 each time the event loop goes round', async () => {
    let rounds = 0;
    let counting = setImmediate(function count() {
      rounds += 1;
      counting = setImmediate(count);
    });
    const items = itemsOf(new AbortController());
    const roundsOf = (item: number | Promise<number> | undefined) => Promise.resolve(item).then(() => rounds);
    const turns = await Promise.all([250, 499, 500, 749, 750, 999].map((at) => roundsOf(items[at])));
    clearImmediate(counting);
    expect(items.slice(0, 250)).toEqual(numbers.slice(0, 250));
    expect(await Promise.all(items)).toEqual(numbers);
    const [second, secondEnd, third, thirdEnd, fourth, fourthEnd] = turns;
    expect([secondEnd, thirdEnd, fourthEnd]).toEqual([second, third, fourth]);
    expect(new Set(turns).size).toBe(3);
  });

  it('come before those of a list that was asked for later', async () => {
    const order: string[] = [];
    const note = (name: string, items: Items) =>
      Promise.all(items.slice(250).map((item) => Promise.resolve(item).then(() => order.push(name))));
    const [first, second] = [itemsOf(new AbortController()), itemsOf(new AbortController())];
    await Promise.all([note('second', second), note('first', first)]);
    expect(order).toEqual([...Array(750).fill('first'), ...Array(750).fill('second')]);
  });

  it('do not come at all once the request is called off, which holds up no other list', async () => {
    const request = new AbortController();
    const [calledOff, other] = [itemsOf(request), itemsOf(new AbortController())];
    request.abort(new Error('called off'));
    const rest = await Promise.allSettled(calledOff.slice(250));
    expect(new Set(rest.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(await Promise.all(other)).toEqual(numbers);
  });
});
