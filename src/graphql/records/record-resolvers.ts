/** The resolvers of all kinds of record: their references, their reverse connections, and the look-ups of `Query`. */
import { ID } from 'type-graphql';
import { validationFailed } from '../../errors.js';
import type { Day } from '../../model/day.js';
import type { Kind, RecordInterface } from '../../model/kind.js';
import { companyKind, interfaces, kinds } from '../../model/registry.js';
import { countRecords, listRecords } from '../../records/list-records.js';
import { historyField } from '../changes/change-queries.js';
import { loadKnownOn } from '../changes/known-records.js';
import type { RequestContext } from '../context.js';
import { checkId, optional } from '../types/arguments.js';
import {
  createFieldResolvers,
  createQueries,
  type GraphQLClass,
  type ResolvedField,
} from '../types/decorate.js';
import { DayScalar } from '../types/scalars.js';
import { companyFields } from './company-fields.js';
import { connect, listRequest, toEdgePage } from './connection.js';
import { connectionOf } from './connection-types.js';
import { counterpartyResolvers } from './counterparty-connection.js';
import { readAhead } from './counterparty-fields.js';
import { NodeType, typeNamed } from './record-types.js';
import { dealsField, partyFields, referenceFields, reverseFields } from './reference-fields.js';

type QueryField = ResolvedField<RequestContext>;

const MAX_NODES = 200;

const listQuery = (listed: Kind | RecordInterface): QueryField => {
  const { type, args } = connectionOf(listed, () => typeNamed(listed.name));
  return {
    name: listed.section,
    description: `All ${listed.name} records, in pages. ${listed.description}`,
    isNullable: false,
    type: () => type,
    args,
    resolve: (_root, { graph, signal }, given) => {
      const request = listRequest(listed, given);
      return connect(
        async () =>
          toEdgePage(await graph.store.read((reader) => listRecords(reader, listed, request), { signal })),
        () => graph.store.read((reader) => countRecords(reader, listed, request.filter), { signal }),
      );
    },
  };
};

const idArgument = { name: 'id', description: 'The id: "openai".', isNullable: false, type: () => ID };

const lookUps: readonly QueryField[] = [
  {
    name: 'node',
    description:
      'The record with this id, of whatever kind; null if there is none. Example: `node(id: "openai-aws-2025-11") { ... on CloudContract { summary } }`.',
    isNullable: true,
    type: () => NodeType,
    args: [
      idArgument,
      optional(
        'knownOn',
        () => DayScalar,
        'As it was known at the end of this day in UTC, as `knownOn` gives it; as it is now if left out.',
      ),
    ],
    resolve: (_root, context, { id, knownOn }) =>
      knownOn === undefined
        ? context.loaders.record(checkId(id, 'id'))
        : loadKnownOn(context, checkId(id, 'id'), knownOn as Day),
  },
  {
    name: 'nodes',
    description: `The records with these ids, at most ${MAX_NODES}, in this order; null where there is none.`,
    isNullable: 'ITEMS',
    type: () => [NodeType],
    args: [{ name: 'ids', description: 'The ids.', isNullable: false, type: () => [ID] }],
    resolve: (_root, { loaders }, { ids }) => {
      const list = ids as readonly unknown[];
      if (list.length > MAX_NODES) {
        throw validationFailed(`ids names ${list.length}; it names at most ${MAX_NODES}`, { path: ['ids'] });
      }
      // All of them before the first is read: a reading that was begun, and is waited for by nobody, may fail.
      const checked = list.map((id) => checkId(id, 'id'));
      return Promise.all(checked.map((id) => loaders.record(id)));
    },
  },
  {
    name: 'company',
    description:
      'The company with this id; null if there is none. Example: `company(id: "openai") { name roles }`.',
    isNullable: true,
    type: () => typeNamed('Company'),
    args: [idArgument],
    resolve: async (_root, context, { id }, info) => {
      const company = checkId(id, 'id');
      await readAhead(company, context, info);
      const record = await context.loaders.record(company);
      return record?.kind === companyKind.code ? record : undefined;
    },
  },
];

const fieldsOf = (kind: Kind): QueryField[] => [
  ...referenceFields(kind),
  ...partyFields(kind),
  ...reverseFields(kind),
  ...(kind === companyKind ? [dealsField(), ...companyFields] : []),
];

/** The resolver classes of all record types, and of the look-ups. */
export const recordResolvers: readonly GraphQLClass[] = [
  ...kinds.map((kind) => createFieldResolvers(typeNamed(kind.name), fieldsOf(kind))),
  createFieldResolvers(NodeType, [historyField]),
  ...counterpartyResolvers,
  createQueries('LookUps', [...lookUps, ...[...kinds, ...interfaces].map(listQuery)]),
];
