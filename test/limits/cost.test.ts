/**
 * What a query costs, worked out by hand: one for every object that the answer may have, lists as long as `first` says
 * (20 where it is left out), 5 where nothing says it, and 100 for a question. The limit here is 1, so that each is told.
 */
import { describe, expect, test } from 'vitest';
import { postQuery } from '../support/post-query.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer({ MAX_QUERY_COST: '1' });

async function costOf(query: string, variables?: Record<string, unknown>) {
  const { status, errors } = await postQuery(server.url, query, variables && { variables });
  const { code, cost, path, pathCost }: Record<string, unknown> = errors?.[0]?.extensions ?? {};
  return { status, code, cost, dearest: Array.isArray(path) && path.join('.'), dearestCost: pathCost };
}

const tooCostly = (cost: number, dearest: string, dearestCost: number) => ({
  status: 400,
  code: 'QUERY_TOO_COSTLY',
  cost,
  dearest,
  dearestCost,
});

test('a look-up costs one, and is answered', async () => {
  const { data } = await postQuery(server.url, '{ company(id: "openai") { id name roles } }');
  expect(data).toMatchObject({ company: { id: 'openai' } });
});

test('the refusal says the cost, the limit and what to cut', async () => {
  const { errors } = await postQuery(server.url, '{ companies(first: 10) { nodes { id } } }');
  expect(errors).toEqual([
    {
      message:
        'The query may cost 11; the limit is 1. Of that, 10 is for companies.nodes: ask there for fewer (first), also in the lists around it, or leave it out.',
      extensions: {
        code: 'QUERY_TOO_COSTLY',
        measure: 'cost',
        cost: 11,
        limit: 1,
        path: ['companies', 'nodes'],
        pathCost: 10,
      },
    },
  ]);
});

describe('a list costs', () => {
  test.each([
    // The connection, and what is on the page.
    ['{ companies { nodes { id } } }', 21, 'companies.nodes', 20],
    ['{ companies(last: 7) { nodes { id } } }', 8, 'companies.nodes', 7],
    // Each place of the page is an object of its own: 1 + 1 + 10 x (1 + 1).
    [
      '{ companies(first: 10) { totalCount pageInfo { endCursor } edges { node { id } } } }',
      22,
      'companies.edges',
      20,
    ],
    // 1 + 10 x (1 + 1 + 5 x (1 + 5)): the sources of 50 deals, 5 each, are most of it.
    [
      '{ companies(first: 10) { nodes { deals(first: 5) { nodes { sources { url } } } } } }',
      321,
      'companies.nodes.deals.nodes.sources',
      250,
    ],
    ['{ nodes(ids: ["openai", "aws", "nvidia"]) { id } }', 3, 'nodes', 3],
    ['{ companies(first: 0) { nodes { id } pageInfo { endCursor } } }', 2, 'companies', 2],
    ['{ companies(first: -5) { nodes { id } pageInfo { endCursor } } }', 2, 'companies', 2],
  ])('%s', async (query, cost, dearest, dearestCost) => {
    expect(await costOf(query)).toEqual(tooCostly(cost, dearest, dearestCost));
  });

  test('what a variable says', async () => {
    const query = 'query ($n: Int = 3) { companies(first: $n) { nodes { id } } }';
    expect(await costOf(query)).toEqual(tooCostly(4, 'companies.nodes', 3));
    expect(await costOf(query, { n: 30 })).toEqual(tooCostly(31, 'companies.nodes', 30));
    expect(await costOf(query, { n: null })).toEqual(tooCostly(21, 'companies.nodes', 20));
  });

  test('no more than a number can say, however much it multiplies', async () => {
    const nest = (levels: number): string =>
      levels === 0 ? 'id' : `deals(first: 2147483647) { nodes { payer { ${nest(levels - 1)} } } }`;
    const { code, cost } = await costOf(`{ company(id: "openai") { ${nest(4)} } }`);
    expect({ code, cost }).toEqual({ code: 'QUERY_TOO_COSTLY', cost: Number.MAX_SAFE_INTEGER });
  });
});

describe('a question costs 100 and its answer:', () => {
  test.each([
    ['{ computeSupply(of: "openai") { explored } }', 101, 'computeSupply', 101],
    // 100 + 1 + 5 tiers x (1 + 5 suppliers x (1 + 1)).
    ['{ computeSupply(of: "openai") { tiers { suppliers { company { id } } } } }', 156, 'computeSupply', 156],
    ['{ search(text: "x", first: 50) { node { id } } }', 200, 'search', 200],
    ['{ __schema { types { name } } }', 106, '__schema', 106],
  ])('%s', async (query, cost, dearest, dearestCost) => {
    expect(await costOf(query)).toEqual(tooCostly(cost, dearest, dearestCost));
  });
});

describe('a fragment costs', () => {
  test('wherever it is spread', async () => {
    const query = `
      { a: company(id: "openai") { ...Deals } b: company(id: "aws") { ...Deals } }
      fragment Deals on Company { deals(first: 3) { nodes { id } } }`;
    // Twice 1 + 1 + 3; of two fields that cost the same, the first is named.
    expect(await costOf(query)).toEqual(tooCostly(10, 'a.deals.nodes', 3));
  });

  test('by the `first` of the list that it is spread in', async () => {
    const query = `
      { few: deals(first: 2) { ...Page } many: deals(first: 9) { ...Page } }
      fragment Page on DealConnection { nodes { id } }`;
    expect(await costOf(query)).toEqual(tooCostly(1 + 2 + 1 + 9, 'many.nodes', 9));
  });

  test('on a type of an interface, only if no other type costs more', async () => {
    const query = `{ deals(first: 2) { nodes {
      ... on CloudContract { chips { id } dataCenters { id } }
      ... on Investment { investor { id } }
    } } }`;
    // 1 + 2 x (1 + 5 + 5): a deal is one or the other.
    expect(await costOf(query)).toEqual(tooCostly(23, 'deals.nodes', 22));
  });
});

describe('what is left out', () => {
  const query = `query ($all: Boolean!) {
    company(id: "openai") { group { id } deals(first: 9) @include(if: $all) { nodes { id } } }
  }`;

  test('costs nothing', async () => {
    expect((await costOf(query, { all: false })).cost).toBe(2);
    expect((await costOf(query.replace('@include', '@skip'), { all: true })).cost).toBe(2);
  });

  test('costs what it costs when it is not', async () => {
    expect((await costOf(query, { all: true })).cost).toBe(12);
    expect((await costOf(query.replace('@include', '@skip'), { all: false })).cost).toBe(12);
  });
});
