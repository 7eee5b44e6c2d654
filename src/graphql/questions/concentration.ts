/** On how few suppliers, customers or investors a company depends. */
import { Float, Int } from 'type-graphql';
import {
  type Concentration,
  type ConcentrationQuestion,
  concentration,
  concentrationSide,
  concentrationWeight,
  type Share,
} from '../../questions/concentration.js';
import { answerType, company, value } from '../types/answer.js';
import { argument, checkId, optional } from '../types/arguments.js';
import type { GraphQLClass } from '../types/decorate.js';
import { enumOf } from '../types/enums.js';
import { longList } from '../types/long-list.js';
import { bounds } from './explored.js';
import { dollars, rates } from './money.js';
import { defineQuestion } from './question.js';
import { companyArgument, groupScope } from './question-arguments.js';

const side = enumOf(concentrationSide);
const weight = enumOf(concentrationWeight);

const share = answerType<Share>('Share', 'One group and its share.', {
  group: company('The group.', (root) => root.group),
  usd: dollars('The dollars of the deals that can be weighed; null where there is none.'),
  deals: value(() => Int, 'How many deals the share is of.'),
  share: value(() => Float, 'The share, from 0 to 1.'),
});

const answer = answerType<Concentration>(
  'Concentration',
  "Shares of a company's suppliers, customers or investors.",
  {
    of: company('The company asked about.', (root) => root.of),
    hhi: value(
      () => Float,
      'The Herfindahl-Hirschman index: the sum of the squared shares times 10,000; 10,000 is one for all.',
    ),
    shares: longList(
      () => share.type,
      'The shares, the largest first.',
      (root) => root.shares,
    ),
    unknown: value(
      () => Int,
      'How many deals are in no share. By dollars: those without an amount, with a yearly one, or in a currency without a rate. By number: none.',
    ),
    rates,
    ...bounds,
  },
);

export const concentrationQuestion: readonly GraphQLClass[] = defineQuestion({
  name: 'concentration',
  description:
    'What share of a company\'s business lies with whom, and how concentrated it is. Example: `concentration(of: "coreweave", side: CUSTOMERS, weight: USD) { hhi shares { group { name } share } unknown }`.',
  args: [
    companyArgument('of', 'The id of the company: "coreweave".'),
    argument('side', () => side, 'Whose shares: SUPPLIERS, CUSTOMERS or INVESTORS.'),
    optional('weight', () => weight, 'By what they are measured.', 'USD'),
    ...groupScope,
  ],
  answer,
  parts: [share],
  resolve: (args, { graph, signal }) =>
    concentration(graph, { ...args, of: checkId(args.of, 'of') } as ConcentrationQuestion, { signal }),
});
