// Every kind has a connection that lists all of its records, each once, whatever the pages.
import { describe, expect, it } from 'vitest';
import { interfaces, kinds } from '../../src/model/registry.js';
import { ask } from '../support/ask.js';
import { seed } from '../support/read-seed.js';
import { shareSeededServer } from '../support/running-server.js';
import { walkBackwards, walkForwards } from '../support/walk.js';

const server = shareSeededServer();

const DEALS = [
  'cloudContracts',
  'chipSupply',
  'componentSupply',
  'facilityContracts',
  'investments',
  'acquisitions',
];
/** Which sections an interface gathers; every other section is of one kind. */
const gathered: Readonly<Record<string, readonly string[]>> = {
  deals: DEALS,
  relationships: [...DEALS, 'ownerships', 'partnerships', 'competitions'],
};

const idsIn = (section: string): string[] =>
  (gathered[section] ?? [section])
    .flatMap((part) => seed.get(part) ?? [])
    .map(({ id }) => id)
    .sort();

const sections = [...kinds, ...interfaces].map(({ section }) => section);

describe.each(sections)('%s', (section) => {
  const ids = idsIn(section);

  it('has records in the seed', () => {
    expect(ids.length).toBeGreaterThan(0);
  });

  it('lists every record of the seed once, in order of id, in pages of 97', async () => {
    const pages = await walkForwards(server.url, section, { size: 97 });
    expect(pages.flat()).toEqual(ids);
    expect(pages.map(({ length }) => length)).toEqual(lengthsOfPages(ids.length, 97));
  });

  it('lists the same when it is walked from the end', async () => {
    const pages = await walkBackwards(server.url, section, { size: 150 });
    expect(pages.reverse().flat()).toEqual(ids);
  });

  it('counts all of its records, whatever the page', async () => {
    const answer = await ask(
      server.url,
      `{ ${section}(first: 0) { totalCount nodes { id } edges { cursor } pageInfo { startCursor endCursor } } }`,
    );
    expect(answer).toEqual({
      [section]: {
        totalCount: ids.length,
        nodes: [],
        edges: [],
        pageInfo: { startCursor: null, endCursor: null },
      },
    });
  });

  it('gives 20 records where no number is asked for', async () => {
    const answer = await ask<Record<string, { nodes: { id: string }[] }>>(
      server.url,
      `{ ${section} { nodes { id } } }`,
    );
    expect(answer[section]?.nodes.map(({ id }) => id)).toEqual(ids.slice(0, 20));
  });
});

describe('a page', () => {
  it('is the same as edges and as nodes, and says where it stands', async () => {
    const { all } = await ask<{ all: { edges: { cursor: string }[] } }>(
      server.url,
      '{ all: products(first: 5) { edges { cursor } } }',
    );
    const cursors = all.edges.map(({ cursor }) => cursor);
    const answer = await ask(
      server.url,
      `query ($after: String) { products(first: 2, after: $after) {
        edges { cursor node { id } } nodes { id }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      } }`,
      { after: cursors[1] },
    );
    const [, , third, fourth] = idsIn('products');
    expect(answer).toEqual({
      products: {
        edges: [
          { cursor: cursors[2], node: { id: third } },
          { cursor: cursors[3], node: { id: fourth } },
        ],
        nodes: [{ id: third }, { id: fourth }],
        pageInfo: {
          hasNextPage: true,
          hasPreviousPage: true,
          startCursor: cursors[2],
          endCursor: cursors[3],
        },
      },
    });
  });
});

/** A list of 200 in pages of 97 is 97, 97, 6. */
function lengthsOfPages(total: number, size: number): number[] {
  const full = Array<number>(Math.floor(total / size)).fill(size);
  return total % size === 0 ? full : [...full, total % size];
}
