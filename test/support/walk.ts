/** Walks a connection of `Query` page by page, forwards or backwards, as a client does. */
import { ask } from './ask.js';

export interface WalkOptions {
  readonly size: number;
  /** More arguments, as written in a query: `orderBy: ID_DESC`. */
  readonly args?: string;
}

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** No list of the seed has more pages than this, at any size that the tests use. */
const MOST_PAGES = 400;

async function askPage(url: string, section: string, args: string): Promise<Page> {
  const query = `{ page: ${section}(${args}) {
    totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } }`;
  return (await ask<{ page: Page }>(url, query)).page;
}

/** The ids on each page, the first page first. */
export async function walkForwards(
  url: string,
  section: string,
  { size, args = '' }: WalkOptions,
): Promise<string[][]> {
  const pages: string[][] = [];
  let after = '';
  while (pages.length < MOST_PAGES) {
    const page = await askPage(url, section, `first: ${size} ${after} ${args}`);
    pages.push(page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) return pages;
    after = `after: "${page.pageInfo.endCursor}"`;
  }
  throw new Error(`${section} never ends`);
}

/** The ids on each page, the last page first; each page in the order of the list. */
export async function walkBackwards(
  url: string,
  section: string,
  { size, args = '' }: WalkOptions,
): Promise<string[][]> {
  const pages: string[][] = [];
  let before = '';
  while (pages.length < MOST_PAGES) {
    const page = await askPage(url, section, `last: ${size} ${before} ${args}`);
    pages.push(page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasPreviousPage) return pages;
    before = `before: "${page.pageInfo.startCursor}"`;
  }
  throw new Error(`${section} never begins`);
}
