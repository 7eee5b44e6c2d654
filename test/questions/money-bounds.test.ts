// Questions about money stay within their bounds where there is more than may be looked at, and say so.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import type { Graph } from '../../src/questions/ask.js';
import { commitments } from '../../src/questions/commitments.js';
import { concentration } from '../../src/questions/concentration.js';
import { moneyLoops } from '../../src/questions/money-loops.js';
import { reciprocity } from '../../src/questions/reciprocity.js';
import { timeline } from '../../src/questions/timeline.js';
import type { RecordToWrite } from '../../src/records/write-records.js';
import { company, deal, number, openRecords } from '../support/many-records.js';
import { openGraph } from '../support/open-graph.js';

const on = '2026-01-01' as Day;
const DEALS = 25_001;

/** A shop that sells to more customers than may be looked at, and invests in the first of them. */
function* shopRecords(): Generator<RecordToWrite> {
  const amount = { value: 7n, currency: 'USD', basis: 'TOTAL' };
  yield company('shop');
  for (let index = 0; index < 100; index += 1) yield company(`customer-${number(index)}`);
  for (let index = 0; index < DEALS; index += 1) {
    const customer = `customer-${number(index % 100)}`;
    yield deal('cloudContracts', `sale-${number(index)}`, { supplier: 'shop', customer, amount });
  }
  yield deal('investments', 'shop-customer', { investor: 'shop', investee: 'customer-00000', amount });
}

describe('with more deals than may be looked at', () => {
  let shop: Graph;
  beforeAll(async () => {
    shop = await openRecords(shopRecords());
  }, 120_000);

  it('concentration is that of the first deals by id', async () => {
    const { shares, explored, truncated } = await concentration(shop, { of: 'shop', side: 'CUSTOMERS', on });
    expect({ explored, truncated }).toEqual({ explored: 25_000, truncated: true });
    expect(shares[0]).toEqual({ group: 'customer-00000', usd: 250n * 7n, deals: 250, share: 0.01 });
  });

  it('reciprocity says that there is more', async () => {
    const { reciprocals, explored, truncated } = await reciprocity(shop, { of: 'shop', on });
    expect(reciprocals.map(({ counterparty }) => counterparty)).toEqual(['customer-00000']);
    expect({ explored, truncated }).toEqual({ explored: 25_001, truncated: true });
  });

  it('a customer sees all that it signed', async () => {
    const { sums, explored, truncated } = await commitments(shop, { of: 'customer-00000', on });
    expect(sums).toEqual([
      { currency: 'USD', basis: 'TOTAL', value: 251n * 7n, usd: 251n * 7n, rates: [], deals: 251 },
    ]);
    expect({ explored, truncated }).toEqual({ explored: 251, truncated: false });
  });

  it('loops through a company are those among the first deals', async () => {
    const { loops, explored, truncated } = await moneyLoops(shop, { through: 'shop', on });
    expect(loops.map(({ companies }) => companies)).toEqual([['customer-00000', 'shop']]);
    expect({ explored, truncated }).toEqual({ explored: 20_000, truncated: true });
  });

  it('loops anywhere are looked for around investments', async () => {
    const { loops, explored, truncated } = await moneyLoops(shop, { on });
    expect(loops.map(({ companies, smallestKnownLegUsd }) => ({ companies, smallestKnownLegUsd }))).toEqual([
      { companies: ['customer-00000', 'shop'], smallestKnownLegUsd: 7n },
    ]);
    expect({ explored, truncated }).toEqual({ explored: 252, truncated: true });
  });

  it('a timeline has a first page, the earliest of all deals', async () => {
    const { entries, explored, truncated } = await timeline(shop, { of: ['shop'] });
    expect({ explored, truncated }).toEqual({ explored: 25_002, truncated: true });
    expect(entries.map(({ id }) => id)).toEqual(
      Array.from({ length: 100 }, (_, index) => `sale-${number(index)}`),
    );
  });

  it('a timeline of two companies looks at the deals of the one that has fewer', async () => {
    const of = ['shop', 'customer-00000'];
    const { explored, truncated } = await timeline(shop, { of, first: 251 });
    expect({ explored, truncated }).toEqual({ explored: 252, truncated: true });
  });
});

describe('where everybody pays everybody', () => {
  it('the 200 loops that say most are told, and that there are more', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const pairs = ids.flatMap((payer) =>
      ids.filter((payee) => payee !== payer).map((payee) => ({ payer, payee })),
    );
    const graph = await openGraph(
      JSON.stringify({
        companies: ids.map((id) => ({ id, name: id, roles: ['ENTERPRISE'], country: 'US' })),
        sources: [{ id: 'press', publisher: 'Press', title: 'All of it' }],
        chipSupply: pairs.map(({ payer, payee }, index) => ({
          id: `${payer}-pays-${payee}`,
          supplier: payee,
          customer: payer,
          summary: 'Chips.',
          announcedOn: '2025',
          status: 'ACTIVE',
          confidence: 'CONFIRMED',
          amount: { value: index + 1, currency: 'USD', basis: 'TOTAL' },
          sources: ['press'],
        })),
      }),
    );
    const { loops, explored, truncated } = await moneyLoops(graph, { on });
    expect({ loops: loops.length, explored, truncated }).toEqual({
      loops: 200,
      explored: 56,
      truncated: true,
    });
    // The dearest legs are those of the last two payers: g pays h with 49, h pays g with 56.
    expect(loops[0]?.companies).toEqual(['g', 'h']);
    expect(loops[0]?.smallestKnownLegUsd).toBe(49n);
  });
});
