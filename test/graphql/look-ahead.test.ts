// However the levels of a query are asked for, they say what asking company by company says.
import { describe, expect, it } from 'vitest';
import { ask } from '../support/ask.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();

/** A company and its suppliers, as deep as was asked for. */
interface Supplied {
  readonly id: string;
  readonly name: string;
  readonly suppliers: readonly Supplied[];
}

interface Nested {
  readonly id: string;
  readonly name: string;
  readonly suppliers?: {
    readonly nodes?: readonly Nested[];
    readonly edges?: readonly { readonly node: Nested }[];
  };
}

const nodesOf = ({ suppliers }: Nested): readonly Nested[] =>
  suppliers?.nodes ?? suppliers?.edges?.map(({ node }) => node) ?? [];

const toSupplied = (nested: Nested): Supplied => ({
  id: nested.id,
  name: nested.name,
  suppliers: nodesOf(nested).map(toSupplied),
});

async function askNested(query: string): Promise<Supplied> {
  const { company } = await ask<{ company: Nested }>(server.url, query);
  return toSupplied(company);
}

/** Asks for one company at a time; `firsts` says how many suppliers each level has at most. */
async function askOneByOne(id: string, firsts: readonly number[]): Promise<Supplied> {
  const [first, ...deeper] = firsts;
  if (first === undefined) return askNested(`{ company(id: "${id}") { id name } }`);
  const company = await askNested(
    `{ company(id: "${id}") { id name suppliers(first: ${first}, on: "2026-06-30") { nodes { id name } } } }`,
  );
  const suppliers = [];
  for (const supplier of company.suppliers) suppliers.push(await askOneByOne(supplier.id, deeper));
  return { ...company, suppliers };
}

const page = (first: number): string => `suppliers(first: ${first}, on: "2026-06-30")`;

const queries: readonly (readonly [string, readonly number[], string])[] = [
  [
    'by nodes',
    [4, 4, 4],
    `{ company(id: "openai") { id name ${page(4)} { nodes { id name ${page(4)} { nodes { id name
      ${page(4)} { nodes { id name } } } } } } } }`,
  ],
  [
    'by edges',
    [4, 4],
    `{ company(id: "openai") { id name ${page(4)} { edges { node { id name ${page(4)} { edges { node { id name } } } } } } } }`,
  ],
  [
    'with other arguments on each level',
    [5, 2, 3],
    `{ company(id: "openai") { id name ${page(5)} { nodes { id name ${page(2)} { nodes { id name
      ${page(3)} { nodes { id name } } } } } } } }`,
  ],
  [
    'behind fragments',
    [3, 3],
    `fragment Suppliers on Company { id name ${page(3)} { nodes { id name } } }
     { company(id: "openai") { ...Suppliers ${page(3)} { nodes { ...Suppliers } } } }`,
  ],
  [
    'with a level that is left out',
    [3],
    `{ company(id: "openai") { id name ${page(3)} { nodes { id name ${page(3)} @include(if: false) { nodes { id name } } } } } }`,
  ],
  [
    'of which none has suppliers',
    [2, 2],
    `{ company(id: "asml") { id name ${page(2)} { nodes { id name ${page(2)} { nodes { id name } } } } } }`,
  ],
];

describe('suppliers of suppliers', () => {
  it.each(queries)('%s', async (_way, firsts, query) => {
    const [id] = /(?<=company\(id: ")[^"]+/.exec(query) ?? [];
    expect(await askNested(query)).toEqual(await askOneByOne(id ?? '', firsts));
  });
});

describe('a company that does not exist', () => {
  it('is null, whatever is asked of it', async () => {
    expect(await ask(server.url, '{ company(id: "nobody") { suppliers { nodes { id } } } }')).toEqual({
      company: null,
    });
  });
});
