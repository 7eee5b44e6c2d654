/** A page of a company's suppliers or customers, each with the deals between the two. */
import type { AnyRecord } from '../../model/kind.js';
import type { CounterpartyPage } from '../../questions/list-counterparties.js';
import { encodeCursor } from '../../records/cursor.js';
import { byId } from '../../records/listing.js';
import { deals } from '../types/answer.js';
import { addField, createFieldResolvers, type GraphQLClass } from '../types/decorate.js';
import type { EdgePage } from './connection.js';
import { createConnectionType } from './connection-types.js';
import { typeNamed } from './record-types.js';

const { connection, edge } = createConnectionType(
  'Counterparty',
  'A page of companies that deal with another.',
  () => typeNamed('Company'),
);

export const CounterpartyConnection = connection;

interface CounterpartyEdge {
  readonly cursor: string;
  readonly node: AnyRecord;
  readonly deals: readonly string[];
}

const edgeDeals = {
  name: 'deals',
  ...deals('The deals between the two that are in force, by id.', (root: CounterpartyEdge) => root.deals),
};
addField(edge, edgeDeals);

/** The resolver classes of the edge between a company and its supplier or customer. */
export const counterpartyResolvers: readonly GraphQLClass[] = [createFieldResolvers(edge, [edgeDeals])];

export type CounterpartyEdges = EdgePage<AnyRecord, CounterpartyEdge>;

/** `companies` has the records of those on the page; one that is gone since is left out. */
export const toEdges = (
  { counterparties, hasNextPage }: CounterpartyPage,
  companies: readonly AnyRecord[],
  hasPreviousPage: boolean,
): CounterpartyEdges => ({
  nodes: companies,
  edges() {
    const dealsWith = new Map(counterparties.map(({ company, deals }) => [company, deals]));
    return companies.map((node) => ({
      cursor: encodeCursor(byId, { key: null, id: node.id }),
      node,
      deals: dealsWith.get(node.id) ?? [],
    }));
  },
  hasNextPage,
  hasPreviousPage,
});
