/** What a company has beside its record: its direct suppliers and customers, and its group. */
import { Int } from 'type-graphql';
import type { AnyRecord } from '../../model/kind.js';
import { checkSupplyKinds } from '../../questions/check-arguments.js';
import {
  type CounterpartyPage,
  countCounterparties,
  counterpartyRequest,
  listCounterparties,
} from '../../questions/list-counterparties.js';
import { type ScopeInput, scopeOf } from '../../questions/scope.js';
import type { Direction } from '../../questions/trace-tiers.js';
import { encodeCursor } from '../../records/cursor.js';
import { readLedger } from '../../records/ledger.js';
import { byId } from '../../records/listing.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../records/page.js';
import type { RequestContext } from '../context.js';
import { dealScope, kindsArgument, optional } from '../questions/question.js';
import { addField, createFieldResolvers, type GraphQLClass, type ResolvedField } from '../types/decorate.js';
import { DayScalar } from '../types/scalars.js';
import { connect } from './connection.js';
import { createConnectionType } from './connection-types.js';
import { typeNamed } from './record-types.js';

type CompanyField = ResolvedField<RequestContext>;

const { connection, edge } = createConnectionType(
  'Counterparty',
  'A page of companies that deal with another.',
  () => typeNamed('Company'),
);

interface CounterpartyEdge {
  readonly cursor: string;
  readonly node: AnyRecord;
  readonly deals: readonly string[];
}

const edgeDeals: ResolvedField<RequestContext> = {
  name: 'deals',
  description: 'The deals between the two that are in force, by id.',
  isNullable: false,
  type: () => [typeNamed('Deal')],
  resolve: (root: CounterpartyEdge, { loaders }) => loaders.records(root.deals),
};
addField(edge, edgeDeals);

/** The resolver classes of the edge between a company and its supplier or customer. */
export const counterpartyResolvers: readonly GraphQLClass[] = [createFieldResolvers(edge, [edgeDeals])];

async function toEdges(
  { counterparties }: CounterpartyPage,
  { loaders }: RequestContext,
): Promise<CounterpartyEdge[]> {
  const nodes = await loaders.records(counterparties.map(({ company }) => company));
  return nodes.map((node, index) => ({
    cursor: encodeCursor(byId, { key: null, id: node.id }),
    node,
    deals: counterparties[index]?.deals ?? [],
  }));
}

function counterpartyField(name: string, direction: Direction, description: string): CompanyField {
  return {
    name,
    description,
    isNullable: false,
    type: () => connection,
    args: [
      optional('first', () => Int, `How many: 0 to ${MAX_PAGE_SIZE}; ${DEFAULT_PAGE_SIZE} if left out.`),
      optional('after', () => String, 'Go on behind this cursor: the endCursor of the page before.'),
      kindsArgument,
      ...dealScope,
    ],
    resolve: (root: AnyRecord, context, args) => {
      const { graph, loaders, signal } = context;
      const request = counterpartyRequest(args.first as number | undefined, args.after as string | undefined);
      const kinds = checkSupplyKinds(args.kinds as readonly string[] | undefined);
      const scope = scopeOf({ ...(args as ScopeInput), kinds });
      const readPage = loaders.batched<string, CounterpartyPage>(
        JSON.stringify([name, scope, request]),
        (parents) =>
          graph.store.read((reader) => listCounterparties(reader, direction, scope, parents, request), {
            signal,
          }),
      );
      const readCount = loaders.batched<string, number>(JSON.stringify([name, 'count', scope]), (parents) =>
        graph.store.read((reader) => countCounterparties(reader, direction, scope, parents), { signal }),
      );
      return connect(
        async () => {
          const page = await readPage(root.id);
          return {
            edges: await toEdges(page, context),
            hasNextPage: page.hasNextPage,
            hasPreviousPage: request.after !== '',
          };
        },
        () => readCount(root.id),
      );
    },
  };
}

const groupField: CompanyField = {
  name: 'group',
  description: 'The company that its group is named after: its ultimate majority owner on a day, or itself.',
  isNullable: false,
  type: () => typeNamed('Company'),
  args: [optional('on', () => DayScalar, 'The day; today if left out.')],
  resolve: async (root: AnyRecord, { graph, loaders, signal }, args) => {
    const { day } = scopeOf(args as ScopeInput);
    const groupOf = loaders.batched<string, string>(JSON.stringify(['group', day]), (ids) =>
      graph.store.read(
        async (reader) => {
          const { ownershipSequence } = await readLedger(reader);
          const groups = await graph.ownership.groupsOn(reader, ownershipSequence, day);
          return new Map(ids.map((id) => [id, groups.groupOf(id)]));
        },
        { signal },
      ),
    );
    return loaders.record(await groupOf(root.id));
  },
};

/** The fields of Company that follow from flows rather than from its record. */
export const companyFields: readonly CompanyField[] = [
  groupField,
  counterpartyField('suppliers', 'UPSTREAM', 'Who supplies it directly, by company id.'),
  counterpartyField('customers', 'DOWNSTREAM', 'Whom it supplies directly, by company id.'),
];
