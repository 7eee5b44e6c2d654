// Questions about who trades with whom stay within their bounds where there is more than may be looked at, and say so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import type { Graph } from '../../src/questions/ask.js';
import { chokePoints } from '../../src/questions/choke-points.js';
import { neighbourhood } from '../../src/questions/neighbourhood.js';
import { paths } from '../../src/questions/paths.js';
import { supplyChanges } from '../../src/questions/supply-changes.js';
import { computeSupply, exposure } from '../../src/questions/tiers.js';
import type { RecordToWrite } from '../../src/records/write-records.js';
import { askWhole } from '../support/ask.js';
import { goods, money } from '../support/hops.js';
import { company, deal, number, openRecords } from '../support/many-records.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

const on = '2026-01-01' as Day;

const sale = (id: string, supplier: string, customer: string): RecordToWrite =>
  deal('chipSupply', id, { supplier, customer });

describe('with more sales of a factory to a buyer than may be looked at', () => {
  const first = (count: number): string[] =>
    Array.from({ length: count }, (_, index) => `sale-${number(index)}`);
  let graph: Graph;
  let server: RunningServer;

  beforeAll(async () => {
    const sales = first(12_001).map((id) => sale(id, 'factory', 'buyer'));
    const companies = ['another', 'buyer', 'factory'].map(company);
    graph = await openRecords([...companies, sale('another-sale', 'factory', 'another'), ...sales]);
    server = await serveStore(graph.store);
  }, 60_000);
  afterAll(() => server.stop());

  it('computeSupply has the first deals by id', async () => {
    expect(await computeSupply(graph, { company: 'buyer', on })).toEqual({
      tiers: [[{ company: 'factory', group: 'factory', deals: first(12_000), counterparties: ['buyer'] }]],
      wholeTiers: 0,
      explored: 12_000,
      truncated: true,
    });
  });

  it('exposure has the first deals by id', async () => {
    expect(await exposure(graph, { company: 'factory', on })).toEqual({
      tiers: [
        [
          { company: 'another', group: 'another', deals: ['another-sale'], counterparties: ['factory'] },
          { company: 'buyer', group: 'buyer', deals: first(11_999), counterparties: ['factory'] },
        ],
      ],
      wholeTiers: 0,
      explored: 12_000,
      truncated: true,
    });
  });

  it('chokePoints calls nobody the only supplier, for there may be others', async () => {
    expect(await chokePoints(graph, { of: 'buyer', on })).toEqual({
      of: 'buyer',
      categories: [
        {
          category: 'CHIP_SUPPLY',
          hhi: 10_000,
          suppliers: [{ group: 'factory', share: 1, soleSupplierOf: [] }],
          unavoidable: [],
        },
      ],
      explored: 12_000,
      truncated: true,
    });
  });

  it('supplyChanges looks at half as many on each day, and compares no tier that it has not read to its end', async () => {
    const [from, to] = ['2025-06-01' as Day, on];
    expect(await supplyChanges(graph, { of: 'buyer', from, to })).toEqual({
      of: 'buyer',
      gained: [],
      lost: [],
      tierMoved: [],
      tiers: 0,
      explored: 12_000,
      truncated: true,
    });
  });

  it('sharedSuppliers says so in the extensions of the answer, for its list has no place for it', async () => {
    const query = `{ sharedSuppliers(companies: ["another", "buyer"], on: "${on}") {
      group { id }
      tierOf { company { id } tier }
    } }`;
    expect(await askWhole(server.url, query)).toEqual({
      data: {
        sharedSuppliers: [
          {
            group: { id: 'factory' },
            tierOf: [
              { company: { id: 'another' }, tier: 1 },
              { company: { id: 'buyer' }, tier: 1 },
            ],
          },
        ],
      },
      extensions: { truncated: [{ field: 'sharedSuppliers', explored: 12_000 }] },
    });
  });

  it('paths are looked for no further than the deal at the end that has few', async () => {
    expect(await paths(graph, { from: 'buyer', to: 'another', on })).toEqual({
      paths: [],
      explored: 1,
      truncated: true,
    });
  });

  it('a neighbourhood is drawn by the first 6,000', async () => {
    expect(await neighbourhood(graph, { of: 'buyer', on })).toEqual({
      of: 'buyer',
      nodes: [
        { company: 'buyer', distance: 0 },
        { company: 'factory', distance: 1 },
      ],
      edges: [money('buyer', 'factory', ...first(6_000)), goods('factory', 'buyer', ...first(6_000))],
      explored: 6_000,
      truncated: true,
    });
  });
});

describe('a neighbourhood with more than may be drawn', () => {
  it('has 300 groups, those with most ties', async () => {
    const customers = Array.from({ length: 301 }, (_, index) => `customer-${number(index)}`);
    const last = 'customer-00300';
    const graph = await openRecords([
      ...['shop', ...customers].map(company),
      ...customers.map((customer) => sale(`${customer}-sale`, 'shop', customer)),
      sale('second-sale', 'shop', last),
    ]);
    const { nodes, explored, truncated } = await neighbourhood(graph, { of: 'shop', on });
    expect(nodes.map((node) => node.company)).toEqual(['shop', ...customers.slice(0, 298), last]);
    expect({ explored, truncated }).toEqual({ explored: 302, truncated: true });
  });

  it('has 2,000 edges, those nearest the middle', async () => {
    const ids = Array.from({ length: 33 }, (_, index) => `company-${number(index)}`);
    const sales = ids.flatMap((one) =>
      ids.filter((other) => other !== one).map((other) => sale(`${one}-to-${other}`, one, other)),
    );
    const graph = await openRecords([...ids.map(company), ...sales]);
    const { edges, explored, truncated } = await neighbourhood(graph, { of: 'company-00032', on });
    // Each of the 33 sells to each of the others: goods one way and money the other.
    expect({ edges: edges.length, explored, truncated }).toEqual({
      edges: 2_000,
      explored: 33 * 32,
      truncated: true,
    });
    const ofTheMiddle = edges.filter(({ from, to }) => [from, to].includes('company-00032'));
    expect(ofTheMiddle).toHaveLength(4 * 32);
  });
});
