/** Money that goes round. */
import { ID, Int } from 'type-graphql';
import type { MoneyLeg, MoneyLoop } from '../../questions/describe-loops.js';
import {
  DEFAULT_LOOP_LENGTH,
  MAX_LOOP_LENGTH,
  MAX_LOOPS,
  type MoneyLoops,
  type MoneyLoopsQuestion,
  moneyLoops,
} from '../../questions/money-loops.js';
import { answerType, companies, company, deals, nullable, value } from '../types/answer.js';
import { checkId, optional } from '../types/arguments.js';
import type { GraphQLClass } from '../types/decorate.js';
import { DayScalar } from '../types/scalars.js';
import { bounds } from './explored.js';
import { dollars, rates } from './money.js';
import { defineQuestion } from './question.js';
import { groupScope } from './question-arguments.js';

const leg = answerType<MoneyLeg>('MoneyLeg', 'What one group of a loop pays the next.', {
  payer: company('Who pays.', (root) => root.payer),
  payee: company('Who is paid.', (root) => root.payee),
  deals: deals('All deals in force from the one to the other, by id.', (root) => root.deals),
  knownUsd: dollars(
    'The known amounts in US dollars, ceilings and yearly amounts left out; null where there is none.',
  ),
  ceilingUsd: dollars('The known amounts and the ceilings of UP_TO ones; null where there is neither.'),
  unconverted: value(
    () => Int,
    'How many deals have an amount in a currency without a rate, and count in neither sum.',
  ),
  rates,
});

const loop = answerType<MoneyLoop>('MoneyLoop', 'Groups that pay each other in a ring.', {
  companies: companies('The groups as the money goes, from the smallest id on.', (root) => root.companies),
  legs: value(() => [leg.type], 'What each pays the next; the last pays the first.'),
  unknownLegs: value(
    () => Int,
    'How many legs have no `ceilingUsd`: their amounts are not known, yearly, or in a currency without a rate.',
  ),
  smallestKnownLegUsd: dollars(
    'The least `ceilingUsd` of the legs; null where none has one. It is no upper bound: AT_LEAST amounts may come to more, and unknown and yearly ones are left out. The legs are never added up, for that counts a dollar several times.',
  ),
  since: nullable(
    value(() => DayScalar, 'The first day on which all legs hold; null where they always have.'),
  ),
  until: nullable(value(() => DayScalar, 'The last day on which all legs hold; null where all are open.')),
});

const answer = answerType<MoneyLoops>('MoneyLoops', 'Loops of payments.', {
  loops: value(
    () => [loop.type],
    `At most ${MAX_LOOPS} loops: the fewest unknown legs first, then the largest smallest leg, then the shortest.`,
  ),
  ...bounds,
});

export const moneyLoopsQuestion: readonly GraphQLClass[] = defineQuestion({
  name: 'moneyLoops',
  description:
    'Money that goes round: who pays whom until it comes back, each loop once. Example: `moneyLoops(through: "nvidia") { loops { companies { name } smallestKnownLegUsd unknownLegs } }`.',
  args: [
    optional('through', () => ID, 'Only loops through the group of this company: "nvidia"; all if left out.'),
    optional(
      'maxLength',
      () => Int,
      `How many groups a loop has at most: 2 to ${MAX_LOOP_LENGTH}; ${DEFAULT_LOOP_LENGTH} if left out.`,
    ),
    ...groupScope,
  ],
  answer,
  parts: [leg, loop],
  resolve: (args, { graph, signal }) => {
    const through = args.through === undefined ? {} : { through: checkId(args.through, 'through') };
    return moneyLoops(graph, { ...args, ...through } as MoneyLoopsQuestion, { signal });
  },
});
