/** What changed in who supplies a company between two days. */
import { Int } from 'type-graphql';
import {
  type ChangedSupplier,
  type MovedSupplier,
  type SupplyChanges,
  type SupplyChangesQuestion,
  supplyChanges,
} from '../../questions/supply-changes.js';
import { answerType, company, value } from '../types/answer.js';
import { argument, checkId } from '../types/arguments.js';
import type { GraphQLClass } from '../types/decorate.js';
import { longList } from '../types/long-list.js';
import { DayScalar } from '../types/scalars.js';
import { bounds } from './explored.js';
import { defineQuestion } from './question.js';
import { companyArgument, groupScope, kindsArgument, tiersArgument } from './question-arguments.js';

const changed = answerType<ChangedSupplier>(
  'ChangedSupplier',
  'A company that the compared tiers list on one of the two days only. A group is listed at its smallest distance: by a nearer deal of one company the others leave the list.',
  {
    company: company('The company.', (root) => root.company),
    group: company('Its group on that day.', (root) => root.group),
    tier: value(() => Int, 'Its tier on that day.'),
  },
);

const moved = answerType<MovedSupplier>(
  'MovedSupplier',
  'A company that is listed on both days, but in another tier.',
  {
    company: company('The company.', (root) => root.company),
    fromTier: value(() => Int, 'Its tier on the first day.'),
    toTier: value(() => Int, 'Its tier on the second day.'),
  },
);

const answer = answerType<SupplyChanges>(
  'SupplyChanges',
  'What changed in a supply chain between two days.',
  {
    of: company('The company asked about.', (root) => root.of),
    gained: longList(
      () => changed.type,
      'Who is listed within the compared tiers on the second day only, by company id.',
      (root) => root.gained,
    ),
    lost: longList(
      () => changed.type,
      'Who is listed within the compared tiers on the first day only, by company id.',
      (root) => root.lost,
    ),
    tierMoved: longList(
      () => moved.type,
      'Who moved to another tier, by company id.',
      (root) => root.tierMoved,
    ),
    tiers: value(
      () => Int,
      'How many tiers were compared; where the answer is truncated, those that were read to their end on both days.',
    ),
    ...bounds,
  },
);

export const supplyChangesQuestion: readonly GraphQLClass[] = defineQuestion({
  name: 'supplyChanges',
  description:
    'Who came into the supply chain of a company, left it or moved in it between two days. Example: `supplyChanges(of: "openai", from: "2023-06-30", to: "2026-06-30") { gained { tier company { name } } lost { company { name } } }`.',
  args: [
    companyArgument('of', 'The id of the company: "openai".'),
    argument('from', () => DayScalar, 'The first day: "2023-06-30".'),
    argument('to', () => DayScalar, 'The second day: "2026-06-30".'),
    tiersArgument,
    kindsArgument,
    ...groupScope.filter(({ name }) => name !== 'on'),
  ],
  answer,
  parts: [changed, moved],
  resolve: (args, { graph, signal }) =>
    supplyChanges(graph, { ...args, of: checkId(args.of, 'of') } as SupplyChangesQuestion, { signal }),
});
