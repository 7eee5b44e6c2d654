/** The Relay connection of each listing: its edges, its page, its arguments. */
import { Int } from 'type-graphql';
import { vocabulary } from '../../model/vocabulary.js';
import { type Listing, sortOrders } from '../../records/listing.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../records/page.js';
import { type ArgumentDescription, createObjectType, type GraphQLClass } from '../types/decorate.js';
import { enumOf } from '../types/enums.js';
import { PageInfoType } from '../types/page-info-type.js';
import { createFilterType } from './filter-types.js';

export interface ConnectionType {
  readonly type: GraphQLClass;
  readonly args: readonly ArgumentDescription[];
}

const optional = { isNullable: true } as const;

/** The arguments of every connection. */
export const pageArguments: readonly ArgumentDescription[] = [
  {
    name: 'first',
    ...optional,
    type: () => Int,
    description: `How many, from the start: 0 to ${MAX_PAGE_SIZE}; ${DEFAULT_PAGE_SIZE} if left out.`,
  },
  {
    name: 'after',
    ...optional,
    type: () => String,
    description: 'Go on behind this cursor: the endCursor of the page before.',
  },
  {
    name: 'last',
    ...optional,
    type: () => Int,
    description: `How many, from the end: 0 to ${MAX_PAGE_SIZE}.`,
  },
  { name: 'before', ...optional, type: () => String, description: 'Only what comes before this cursor.' },
];

/** An edge type and a connection type over a node type. */
export function createConnectionType(
  name: string,
  description: string,
  nodeType: () => unknown,
): { connection: GraphQLClass; edge: GraphQLClass } {
  const isNullable = false;
  const edge = createObjectType(`${name}Edge`, 'One place in a list.', [
    {
      name: 'cursor',
      description: 'Marks this place, for `after` and `before`.',
      isNullable,
      type: () => String,
    },
    { name: 'node', description: 'What stands there.', isNullable, type: nodeType },
  ]);
  const connection = createObjectType(`${name}Connection`, description, [
    { name: 'edges', description: 'The places of this page.', isNullable, type: () => [edge] },
    {
      name: 'nodes',
      description: 'What stands on this page, without cursors.',
      isNullable,
      type: () => [nodeType()],
    },
    {
      name: 'pageInfo',
      description: 'Where this page stands in the list.',
      isNullable,
      type: () => PageInfoType,
    },
    { name: 'totalCount', description: 'How many there are on all pages.', isNullable, type: () => Int },
  ]);
  return { connection, edge };
}

const created = new Map<string, ConnectionType>();

/** The connection over a listing, its filter and its orders; made once for each. */
export function connectionOf(listing: Listing, nodeType: () => unknown): ConnectionType {
  const known = created.get(listing.name);
  if (known !== undefined) return known;
  const { name } = listing;
  const filter = createFilterType(listing);
  const orders = enumOf(
    vocabulary(
      `${name}Order`,
      `The order of a list of ${name} records.`,
      Object.fromEntries(sortOrders(listing).map((order) => [order.name, order.description])),
    ),
  );
  const connection: ConnectionType = {
    type: createConnectionType(name, `A page of ${name} records.`, nodeType).connection,
    args: [
      ...pageArguments,
      { name: 'filter', ...optional, type: () => filter, description: 'Only those that fit.' },
      {
        name: 'orderBy',
        ...optional,
        type: () => orders,
        description: 'The order; by id if left out.',
      },
    ],
  };
  created.set(name, connection);
  return connection;
}
