/** What a company has signed to pay. */
import { Float, Int } from 'type-graphql';
import type { CommitmentPart } from '../../questions/commitment-parts.js';
import {
  type Commitments,
  type CommitmentsQuestion,
  type CounterpartySum,
  commitments,
  type KindSum,
  type YearSum,
} from '../../questions/commitments.js';
import { answerType, company, deals, nullable, records, value } from '../types/answer.js';
import { checkId } from '../types/arguments.js';
import type { GraphQLClass } from '../types/decorate.js';
import { dealKind, enumOf } from '../types/enums.js';
import { bounds } from './explored.js';
import { moneySum, sums } from './money.js';
import { defineQuestion } from './question.js';
import { companyArgument, dealScope, rollUpArgument } from './question-arguments.js';

const part = { sums, deals: deals<CommitmentPart>('The deals, by id.', (root) => root.deals) };

const counterpartySum = answerType<CounterpartySum>('CounterpartySum', 'What is owed to one supplier.', {
  counterparty: company('The group of the supplier.', (root) => root.counterparty),
  ...part,
});

const kindSum = answerType<KindSum>('KindSum', 'What is owed by one kind of deal.', {
  kind: value(() => enumOf(dealKind), 'The kind of deal.'),
  ...part,
});

const yearSum = answerType<YearSum>('YearSum', 'What was signed in one year.', {
  year: nullable(
    value(() => Int, 'The year of the announcement; null for links that no announcement began.'),
  ),
  ...part,
});

const metrics = (description: string, read: (root: Commitments) => readonly string[]) =>
  records<Commitments>('Metric', description, read);

const answer = answerType<Commitments>(
  'Commitments',
  'What a company and its group have signed to pay, beside what the company itself earns.',
  {
    of: company('The company asked about.', (root) => root.of),
    ...part,
    byCounterparty: value(() => [counterpartySum.type], 'The same, by the group of the supplier.'),
    byKind: value(() => [kindSum.type], 'The same, by the kind of deal.'),
    byYear: value(() => [yearSum.type], 'The same, by the year of the announcement.'),
    reported: metrics(
      'The commitments that the company reported: its own, not those of its group, and of all of it, not of a segment; the latest first.',
      (root) => root.reported,
    ),
    revenue: metrics(
      'The full-year or annualized revenue of the company: its own, not that of its group, and of all of it, not of a segment; the latest first.',
      (root) => root.revenue,
    ),
    timesRevenue: nullable(
      value(
        () => Float,
        'The latest of `reported` over the latest of `revenue`, both in dollars; null where one is not known.',
      ),
    ),
    ...bounds,
  },
);

export const commitmentsQuestion: readonly GraphQLClass[] = defineQuestion({
  name: 'commitments',
  description:
    'What a company and its group have signed to pay to suppliers outside, by counterparty, kind and year, beside its revenue and its reported commitments. Counts what is signed, also what starts later. Example: `commitments(of: "openai") { sums { currency basis value } timesRevenue }`.',
  args: [
    companyArgument('of', 'The id of the company: "openai".'),
    ...dealScope.filter(({ name }) => name !== 'basis'),
    rollUpArgument,
  ],
  answer,
  parts: [counterpartySum, kindSum, yearSum, moneySum],
  resolve: (args, { graph, signal }) =>
    commitments(graph, { ...args, of: checkId(args.of, 'of') } as CommitmentsQuestion, { signal }),
});
