/** A connection as resolvers give it: its page and its count are read only if they are asked for. */
import { validationFailed } from '../../errors.js';
import type { AnyRecord } from '../../model/kind.js';
import type { Filter } from '../../records/filter.js';
import { checkListRequest, type ListRequest, type RecordPage } from '../../records/list-records.js';
import { byId, type Listing, sortOrders } from '../../records/listing.js';
import type { PageInput } from '../../records/page.js';

interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node, OneEdge extends Edge<Node> = Edge<Node>> {
  edges(): Promise<readonly OneEdge[]>;
  nodes(): Promise<readonly Node[]>;
  pageInfo(): Promise<object>;
  totalCount(): Promise<number>;
}

export interface EdgePage<Node, OneEdge extends Edge<Node> = Edge<Node>> {
  readonly nodes: readonly Node[];
  /** Made when they are asked for: most clients want the nodes alone. */
  edges(): readonly OneEdge[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export function connect<Node, OneEdge extends Edge<Node>>(
  readPage: () => Promise<EdgePage<Node, OneEdge>>,
  totalCount: () => Promise<number>,
): Connection<Node, OneEdge> {
  let reading: Promise<EdgePage<Node, OneEdge>> | undefined;
  const page = (): Promise<EdgePage<Node, OneEdge>> => {
    reading ??= readPage();
    return reading;
  };
  return {
    edges: async () => (await page()).edges(),
    nodes: async () => (await page()).nodes,
    async pageInfo() {
      const { edges, hasNextPage, hasPreviousPage } = await page();
      const all = edges();
      return { hasNextPage, hasPreviousPage, startCursor: all[0]?.cursor, endCursor: all.at(-1)?.cursor };
    },
    totalCount,
  };
}

export const toEdgePage = ({ records, hasNextPage, hasPreviousPage }: RecordPage): EdgePage<AnyRecord> => ({
  nodes: records.map(({ record }) => record),
  edges: () => records.map(({ record, cursor }) => ({ node: record, cursor })),
  hasNextPage,
  hasPreviousPage,
});

/** What the arguments of a listing's connection ask for. */
export function listRequest(listing: Listing, args: Readonly<Record<string, unknown>>): ListRequest {
  const { first, after, last, before, filter, orderBy } = args as PageInput & {
    filter?: Filter;
    orderBy?: string;
  };
  const order = orderBy === undefined ? byId : sortOrders(listing).find(({ name }) => name === orderBy);
  if (order === undefined) throw validationFailed(`there is no order ${orderBy}`, { path: ['orderBy'] });
  const request = { first, after, last, before, filter, order };
  checkListRequest(listing, request);
  return request;
}
