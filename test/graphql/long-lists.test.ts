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
const numbersUpTo = (length: number): number[] => Array.from({ length }, (_, at) => at);

type Items = readonly (number | Promise<number>)[];
const itemsOf = (length: number, { signal }: AbortController): Items | Promise<Items> =>
  resolveNumbers?.(numbersUpTo(length), { signal } as RequestContext, {}, {} as never) as
    | Items
    | Promise<Items>;

describe('the items of a list', () => {
  it('of up to 250 are there at once', () => {
    expect(itemsOf(250, new AbortController())).toEqual(numbersUpTo(250));
  });

  it('of more come when the event loop has gone round, and 500 each time', async () => {
    let rounds = 0;
    let counting = setImmediate(function count() {
      rounds += 1;
      counting = setImmediate(count);
    });
    const items = await itemsOf(1_250, new AbortController());
    const first = rounds;
    const roundsOf = (item: number | Promise<number> | undefined) => Promise.resolve(item).then(() => rounds);
    const later = await Promise.all([500, 999, 1_000, 1_249].map((at) => roundsOf(items[at])));
    clearImmediate(counting);
    expect(items.slice(0, 500)).toEqual(numbersUpTo(500));
    expect(await Promise.all(items)).toEqual(numbersUpTo(1_250));
    const [second = 0, secondEnd, third = 0, thirdEnd] = later;
    expect([secondEnd, thirdEnd]).toEqual([second, third]);
    expect([first, second, third]).toEqual([first, second, third].sort((one, other) => one - other));
    expect(new Set([0, first, second, third]).size).toBe(4);
  });

  it('come before those of a list that was asked for later', async () => {
    const order: string[] = [];
    const lists = ['first', 'second', 'third'].map(async (name) => {
      await itemsOf(1_000, new AbortController());
      order.push(name);
    });
    await Promise.all(lists);
    expect(order).toEqual(['first', 'second', 'third']);
  });

  it('do not come at all once the request is called off, which holds up no other list', async () => {
    const [early, late] = [new AbortController(), new AbortController()];
    const [calledOff, begun] = [itemsOf(3_000, early), itemsOf(3_000, late)];
    const other = itemsOf(3_000, new AbortController());
    early.abort(new Error('called off'));
    await expect(calledOff).rejects.toThrow('called off');
    const rest = (await begun).slice(500);
    late.abort(new Error('called off'));
    const outcomes = await Promise.allSettled(rest);
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(await Promise.all(await other)).toEqual(numbersUpTo(3_000));
  });
});
