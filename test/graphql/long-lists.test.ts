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

  it('is completed a thousand items a turn, and not at all once the request is called off', async () => {
    const { resolve } = longList<readonly number[]>(
      () => Number,
      'Numbers.',
      (root) => root,
    );
    const request = new AbortController();
    const numbers = Array.from({ length: CUSTOMERS }, (_, at) => at);
    const context = { signal: request.signal } as RequestContext;
    const items = resolve?.(numbers, context, {}, {} as never) as readonly (number | Promise<number>)[];
    expect(items.slice(0, 1_000)).toEqual(numbers.slice(0, 1_000));
    expect(await Promise.all(items.slice(1_000, 2_000))).toEqual(numbers.slice(1_000, 2_000));
    request.abort(new Error('called off'));
    const rest = await Promise.allSettled(items.slice(2_000));
    expect(new Set(rest.map(({ status }) => status))).toEqual(new Set(['rejected']));
  });
});
