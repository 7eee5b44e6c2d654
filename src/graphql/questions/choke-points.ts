/** For what in a company's chain there is only one supplier, and how concentrated each category is. */
import { Float } from 'type-graphql';
import {
  type CategoryConcentration,
  type CategorySupplier,
  type ChokePoints,
  type ChokePointsQuestion,
  chokePoints,
} from '../../questions/choke-points.js';
import { answerType, companies, company, value } from '../types/answer.js';
import { checkId } from '../types/arguments.js';
import type { GraphQLClass } from '../types/decorate.js';
import { longList } from '../types/long-list.js';
import { bounds } from './explored.js';
import { defineQuestion } from './question.js';
import { companyArgument, groupScope, tiersArgument } from './question-arguments.js';

const supplier = answerType<CategorySupplier>(
  'CategorySupplier',
  'A supplier of a category, and what hangs on it.',
  {
    group: company('The group that supplies.', (root) => root.group),
    share: value(() => Float, 'Its share of the customers in the chain, from 0 to 1.'),
    soleSupplierOf: companies(
      'The customer groups that have no other supplier in this category.',
      (root) => root.soleSupplierOf,
    ),
  },
);

const category = answerType<CategoryConcentration>(
  'CategoryConcentration',
  'One sort of supply in a chain, and how much of it lies in few hands.',
  {
    category: value(
      () => String,
      'The kind of the deals, or for components and facilities their category: MEMORY.',
    ),
    hhi: value(
      () => Float,
      'The Herfindahl-Hirschman index: the sum of the squared shares times 10,000. The US merger guidelines call a market above 1,800 highly concentrated; 10,000 is a single supplier.',
    ),
    suppliers: longList(
      () => supplier.type,
      'The suppliers, the largest share first.',
      (root) => root.suppliers,
    ),
    unavoidable: companies(
      "The groups on every path from the category's suppliers to the company among the groups within `tiers`; those farther away may offer a way round. None where the answer is truncated.",
      (root) => root.unavoidable,
    ),
  },
);

const answer = answerType<ChokePoints>('ChokePoints', 'The choke points of a supply chain, by category.', {
  of: company('The company asked about.', (root) => root.of),
  categories: value(() => [category.type], 'The categories, by name.'),
  ...bounds,
});

export const chokePointsQuestion: readonly GraphQLClass[] = defineQuestion({
  name: 'chokePoints',
  description:
    'For what in the chain of a company is there only one supplier? Suppliers without an alternative and the concentration of each category. Example: `chokePoints(of: "openai") { categories { category hhi suppliers { group { name } soleSupplierOf { name } } } }`.',
  args: [companyArgument('of', 'The id of the company: "openai".'), tiersArgument, ...groupScope],
  answer,
  parts: [supplier, category],
  resolve: (args, { graph, signal }) =>
    chokePoints(graph, { ...args, of: checkId(args.of, 'of') } as ChokePointsQuestion, { signal }),
});
