/** The feed of changes, the history of a record, and records as they were known on a past day. */
import { ID, Int } from 'type-graphql';
import type { Day } from '../../model/day.js';
import type { AnyRecord } from '../../model/kind.js';
import {
  type ChangePage,
  type ChangeRequest,
  DEFAULT_CHANGES,
  MAX_CHANGES,
  readChanges,
  readHistories,
} from '../../records/read-changes.js';
import type { RequestContext } from '../context.js';
import { NodeType } from '../records/record-types.js';
import { argument, checkId, optional } from '../types/arguments.js';
import { createQueries, type GraphQLClass, type ResolvedField } from '../types/decorate.js';
import { DayScalar } from '../types/scalars.js';
import { changeFeed, changeResolvers } from './change-type.js';
import { loadKnownOn } from './known-records.js';

type QueryField = ResolvedField<RequestContext>;

const pageArguments = [
  optional(
    'after',
    () => Int,
    'Go on behind the change with this number: the `lastSequence` of the page before. 0 starts with the first change.',
    0,
  ),
  optional('first', () => Int, `How many at most: 0 to ${MAX_CHANGES}.`, DEFAULT_CHANGES),
];

async function historyOf(id: string, context: RequestContext, args: ChangeRequest): Promise<ChangePage> {
  const { graph, loaders, signal } = context;
  const load = loaders.batched<string, ChangePage>(`history ${args.after} ${args.first}`, (ids) =>
    graph.store.read((reader) => readHistories(reader, ids, args), { signal }),
  );
  return load(id);
}

/** The history of any record, as one of its own fields. */
export const historyField: QueryField = {
  name: 'history',
  description:
    'What was written about it, by whom, when and why, the oldest first. Example: `node(id: "openai") { history { changes { at actor fields { field before after } } } }`.',
  isNullable: false,
  type: () => changeFeed.type,
  args: pageArguments,
  resolve: ({ id }: AnyRecord, context, args) => historyOf(id, context, args as ChangeRequest),
};

const idArgument = argument('id', () => ID, 'The id of the record: "openai-aws-2025-11".');

const queries: readonly QueryField[] = [
  {
    name: 'changes',
    description:
      'All changes, as a feed that can be followed without missing one: keep `lastSequence`, and ask again with it. Example: `changes(after: 0, first: 10) { changes { sequence action recordId } lastSequence hasMore }`.',
    isNullable: false,
    type: () => changeFeed.type,
    args: pageArguments,
    resolve: (_root, { graph, signal }, args) =>
      graph.store.read((reader) => readChanges(reader, args as ChangeRequest), { signal }),
  },
  {
    name: 'history',
    description:
      'All changes of one record, also of a retracted one; none for an id that was never taken. Example: `history(id: "openai") { changes { at actor action reason } }`.',
    isNullable: false,
    type: () => changeFeed.type,
    args: [idArgument, ...pageArguments],
    resolve: (_root, context, args) => historyOf(checkId(args.id, 'id'), context, args as ChangeRequest),
  },
  {
    name: 'knownOn',
    description:
      'A record as it was known at the end of a day in UTC, whatever was learnt since, with what it refers to as that was known then; null where it was not known, or was retracted. Lists of what refers to it are of today. Example: `knownOn(id: "openai", day: "2026-06-30") { ... on Company { name } }`.',
    isNullable: true,
    type: () => NodeType,
    args: [idArgument, argument('day', () => DayScalar, 'The day; of a month or a year it is the last day.')],
    resolve: (_root, context, { id, day }) => loadKnownOn(context, checkId(id, 'id'), day as Day),
  },
];

export const changeQueries: readonly GraphQLClass[] = [createQueries('Changes', queries), ...changeResolvers];
