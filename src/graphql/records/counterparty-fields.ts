/** The direct suppliers and customers of a company, as connections. */
import { type GraphQLResolveInfo, getArgumentValues, isObjectType } from 'graphql';
import { Int } from 'type-graphql';
import type { AnyRecord } from '../../model/kind.js';
import { checkSupplyKinds } from '../../questions/check-arguments.js';
import type { Direction } from '../../questions/direction.js';
import {
  type CounterpartyPage,
  countCounterparties,
  counterpartyRequest,
  listCounterparties,
} from '../../questions/list-counterparties.js';
import { type ScopeInput, scopeOf } from '../../questions/scope.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../records/page.js';
import type { RequestContext } from '../context.js';
import { dealScope, kindsArgument } from '../questions/question-arguments.js';
import { optional } from '../types/arguments.js';
import type { ResolvedField } from '../types/decorate.js';
import { withoutNulls } from '../types/direct-resolvers.js';
import { connect } from './connection.js';
import { CounterpartyConnection, type CounterpartyEdges, toEdges } from './counterparty-connection.js';
import { fieldBelow, levelsOf } from './look-ahead.js';

type Arguments = Readonly<Record<string, unknown>>;

const companiesOn = ({ counterparties }: CounterpartyPage): string[] =>
  counterparties.map(({ company }) => company);

/** What a field reads with: worked out once for all companies at one place of a query. */
interface Reading {
  readPage(company: string): Promise<CounterpartyEdges>;
  readCount(company: string): Promise<number>;
}

function prepareReading(
  direction: Direction,
  args: Arguments,
  levels: number,
  { graph, loaders, signal }: RequestContext,
): Reading {
  const request = counterpartyRequest(args.first as number | undefined, args.after as string | undefined);
  const kinds = checkSupplyKinds(args.kinds as readonly string[] | undefined);
  const scope = scopeOf({ ...(args as ScopeInput), kinds });
  const neighbours = { direction, scope, signal };
  const pageOf = loaders.batched<string, CounterpartyPage>(
    JSON.stringify([direction, scope, request]),
    async (parents) => {
      const snapshot = await graph.snapshots.current(signal);
      const pages = await listCounterparties(snapshot, neighbours, parents, request, levels);
      // All records of all levels at once, those of the parents with them.
      await loaders.prefetch([...pages].flatMap(([parent, page]) => [parent, ...companiesOn(page)]));
      return pages;
    },
  );
  return {
    async readPage(parent) {
      const page = await pageOf(parent);
      const records = await loaders.records(companiesOn(page));
      return toEdges(page, records, request.after !== '');
    },
    readCount: loaders.batched(JSON.stringify([direction, 'count', scope]), async (parents) =>
      countCounterparties(await graph.snapshots.current(signal), neighbours, parents),
    ),
  };
}

interface CounterpartyField {
  readonly name: string;
  readonly direction: Direction;
  readonly description: string;
}

const fields: readonly CounterpartyField[] = [
  { name: 'suppliers', direction: 'UPSTREAM', description: 'Who supplies it directly, by company id.' },
  { name: 'customers', direction: 'DOWNSTREAM', description: 'Whom it supplies directly, by company id.' },
];

/**
 * Reads the counterparties that a query asks of a company before the company itself, which comes along with them: so
 * it costs no call of its own. What is wrong with what it asks, the field will tell.
 */
export async function readAhead(
  company: string,
  context: RequestContext,
  { fieldNodes, schema, variableValues }: GraphQLResolveInfo,
): Promise<void> {
  const [field, ...others] = fieldNodes;
  const type = schema.getType('Company');
  if (field === undefined || others.length > 0 || !isObjectType(type)) return;
  for (const { name, direction } of fields) {
    const asked = fieldBelow(field, name);
    const definition = type.getFields()[name];
    if (asked === undefined || definition === undefined) continue;
    if (fieldBelow(asked, 'nodes') === undefined && fieldBelow(asked, 'edges') === undefined) continue;
    try {
      const args = withoutNulls(getArgumentValues(definition, asked, variableValues));
      await prepareReading(direction, args, levelsOf([asked]), context).readPage(company);
    } catch {}
    return;
  }
}

function toResolved({ name, direction, description }: CounterpartyField): ResolvedField<RequestContext> {
  return {
    name,
    description,
    isNullable: false,
    type: () => CounterpartyConnection,
    args: [
      optional('first', () => Int, `How many: 0 to ${MAX_PAGE_SIZE}; ${DEFAULT_PAGE_SIZE} if left out.`),
      optional('after', () => String, 'Go on behind this cursor: the endCursor of the page before.'),
      kindsArgument,
      ...dealScope,
    ],
    resolve: (root: AnyRecord, context, args, info) => {
      const { loaders } = context;
      const { readPage, readCount } = loaders.shared(info.fieldNodes, () =>
        prepareReading(direction, args, levelsOf(info.fieldNodes), context),
      );
      return connect(
        () => readPage(root.id),
        () => readCount(root.id),
      );
    },
  };
}

export const counterpartyFields: readonly ResolvedField<RequestContext>[] = fields.map(toResolved);
