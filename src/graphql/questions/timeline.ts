/** What happened, in order of time. */
import { ID, Int } from 'type-graphql';
import { vocabulary } from '../../model/vocabulary.js';
import {
  DEFAULT_ENTRIES,
  MAX_COMPANIES,
  MAX_ENTRIES,
  type Timeline,
  type TimelineEntry,
  type TimelineQuestion,
  timeline,
} from '../../questions/timeline.js';
import { answerType, companies, nullable, record, value } from '../types/answer.js';
import { argument, checkId, optional } from '../types/arguments.js';
import type { GraphQLClass } from '../types/decorate.js';
import { enumOf } from '../types/enums.js';
import { DayScalar } from '../types/scalars.js';
import { bounds } from './explored.js';
import { defineQuestion } from './question.js';
import { dealScope, rollUpArgument } from './question-arguments.js';

const entryType = enumOf(
  vocabulary('TimelineEntryType', 'The sort of an entry in a timeline.', {
    DEAL: 'A deal was announced, or began.',
    EVENT: 'Something happened.',
    METRIC: 'A figure became known.',
  }),
);

const entry = answerType<TimelineEntry>('TimelineEntry', 'Something that happened.', {
  day: value(
    () => DayScalar,
    'The day that it stands on: of a deal its announcement, else its start; of an event its day; of a figure when it became known. Of a month or a year it is the first day. A figure of which nobody says when it became known stands on the last day of its period.',
  ),
  type: value(() => entryType, 'The sort of it.'),
  record: record('Node', 'The deal, event or figure itself.', (root) => root.id),
});

const answer = answerType<Timeline>(
  'Timeline',
  'What happened to one company, or between several, in order of time.',
  {
    of: companies('The companies asked about.', (root) => root.of),
    entries: value(() => [entry.type], 'The entries, the earliest first.'),
    endCursor: nullable(
      value(() => String, 'The cursor of the last entry, to go on behind; null where there are no entries.'),
    ),
    explored: bounds.explored,
    truncated: value(
      () => Boolean,
      'Whether there is more after the last entry; ask again with the `endCursor` as `after`.',
    ),
  },
);

export const timelineQuestion: readonly GraphQLClass[] = defineQuestion({
  name: 'timeline',
  description:
    'Deals, events and figures in order of time. Of several companies: what touches all of them. Example: `timeline(of: ["openai", "microsoft"]) { entries { day type record { ... on Deal { summary } ... on Event { summary } } } }`.',
  args: [
    argument('of', () => [ID], `The ids of the companies, at most ${MAX_COMPANIES}.`),
    optional('from', () => DayScalar, 'From its first day on; from the beginning if left out.'),
    optional('to', () => DayScalar, 'Until its last day; without end if left out.'),
    optional('first', () => Int, `How many entries: 1 to ${MAX_ENTRIES}; ${DEFAULT_ENTRIES} if left out.`),
    optional('after', () => String, 'Go on behind this cursor: the endCursor of the page before.'),
    optional(
      'on',
      () => DayScalar,
      'Who belongs to whom is as on this day: "2023-06-30"; today if left out. Of a month or a year it is the first day. It leaves out no entries: `from` and `to` do.',
    ),
    ...dealScope.filter(({ name }) => name !== 'basis' && name !== 'on'),
    rollUpArgument,
  ],
  answer,
  parts: [entry],
  resolve: (args, { graph, signal }) => {
    const of = (args.of as readonly unknown[]).map((id) => checkId(id, 'of'));
    return timeline(graph, { ...args, of } as TimelineQuestion, { signal });
  },
});
