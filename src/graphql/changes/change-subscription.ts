/** The feed of changes as a subscription, live and from any number on. */
import { ID, Int } from 'type-graphql';
import { type Feed, type Following, followChanges } from '../../live/follow-changes.js';
import type { Change } from '../../records/change.js';
import type { RequestContext } from '../context.js';
import { optional } from '../types/arguments.js';
import { createSubscriptions, type GraphQLClass } from '../types/decorate.js';
import { enumOf, recordKind } from '../types/enums.js';
import { changeType } from './change-type.js';

/** What a subscription has beside what every request has. */
export interface LiveContext extends RequestContext {
  readonly feed: Feed;
}

export const changeSubscriptions: readonly GraphQLClass[] = [
  createSubscriptions<LiveContext, Change>('LiveChanges', [
    {
      name: 'changes',
      description:
        'Every change as it is made, by whichever process. After a lost connection ask again with `after`, the `sequence` of the last change that came. A connection whose token expires or is revoked is ended, and goes on with another token. Over WebSocket (graphql-ws) at /graphql, or server-sent events at /graphql/stream. Example: `subscription { changes(of: ["openai"]) { sequence action recordId } }`.',
      isNullable: false,
      type: () => changeType.type,
      args: [
        optional(
          'of',
          () => [ID],
          'Only changes of these records, and of those that refer to them; all if left out.',
        ),
        optional(
          'kinds',
          () => [enumOf(recordKind)],
          'Only changes of these kinds of record; all if left out.',
        ),
        optional('after', () => Int, 'Go on behind the change with this number; only new ones if left out.'),
      ],
      subscribe: ({ feed }, args) => followChanges(feed, args as Following),
    },
  ]),
];
