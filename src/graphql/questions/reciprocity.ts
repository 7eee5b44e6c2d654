/** Who both pays a company's group and is paid by it. */
import { Int } from 'type-graphql';
import {
  type MoneyOneWay,
  type Reciprocal,
  type Reciprocity,
  type ReciprocityQuestion,
  reciprocity,
} from '../../questions/reciprocity.js';
import { answerType, company, deals, value } from '../types/answer.js';
import { checkId } from '../types/arguments.js';
import type { GraphQLClass } from '../types/decorate.js';
import { bounds } from './explored.js';
import { dollars, rates } from './money.js';
import { defineQuestion } from './question.js';
import { companyArgument, groupScope } from './question-arguments.js';

const oneWay = answerType<MoneyOneWay>('MoneyOneWay', 'What goes one way, and through which deals.', {
  knownUsd: dollars(
    'The known amounts in US dollars, ceilings and yearly amounts left out; null where there is none.',
  ),
  ceilingUsd: dollars('The known amounts and the ceilings of UP_TO ones; null where there is neither.'),
  unconverted: value(
    () => Int,
    'How many deals have an amount in a currency without a rate, and count in neither sum.',
  ),
  rates,
  deals: deals('The deals, by id.', (root) => root.deals),
});

const reciprocal = answerType<Reciprocal>('Reciprocal', 'A group with which money goes both ways.', {
  counterparty: company('The group on the other side.', (root) => root.counterparty),
  moneyOut: value(() => oneWay.type, "What the company's group pays it."),
  moneyIn: value(() => oneWay.type, "What it pays the company's group."),
  deals: deals('The deals of both ways, in order of time.', (root) => root.deals),
});

const answer = answerType<Reciprocity>(
  'Reciprocity',
  "With whom the money of a company's group goes both ways.",
  {
    of: company('The company asked about.', (root) => root.of),
    reciprocals: value(() => [reciprocal.type], 'The groups, by id.'),
    ...bounds,
  },
);

export const reciprocityQuestion: readonly GraphQLClass[] = defineQuestion({
  name: 'reciprocity',
  description:
    'With whom money goes both ways: who is paid by the group of a company and pays it, by deals of all kinds, and how much each way. An investor that also sells to the company is one of them. Example: `reciprocity(of: "openai") { reciprocals { counterparty { name } moneyOut { knownUsd } moneyIn { knownUsd } } }`.',
  args: [companyArgument('of', 'The id of the company: "openai".'), ...groupScope],
  answer,
  parts: [oneWay, reciprocal],
  resolve: (args, { graph, signal }) =>
    reciprocity(graph, { ...args, of: checkId(args.of, 'of') } as ReciprocityQuestion, { signal }),
});
