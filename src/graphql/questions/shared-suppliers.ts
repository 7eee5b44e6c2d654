/** Which suppliers several companies have in common. */
import { ID, Int } from 'type-graphql';
import {
  MAX_COMPANIES,
  type SharedSupplier,
  type SharedSuppliersQuestion,
  type SharedTier,
  sharedSuppliers,
} from '../../questions/shared-suppliers.js';
import { answerType, company, value } from '../types/answer.js';
import { argument, checkId } from '../types/arguments.js';
import type { GraphQLClass } from '../types/decorate.js';
import { completeInTurns } from '../types/long-list.js';
import { createQuestion } from './question.js';
import { groupScope, kindsArgument, tiersArgument } from './question-arguments.js';

const sharedTier = answerType<SharedTier>('SharedTier', 'How far upstream of a company a supplier stands.', {
  company: company('The company asked about.', (root) => root.company),
  tier: value(() => Int, 'The smallest number of deals in a row by which the supplier reaches it.'),
});

const sharedSupplier = answerType<SharedSupplier>(
  'SharedSupplier',
  'A supplier of all the companies asked about.',
  {
    group: company('The group that supplies.', (root) => root.group),
    tierOf: value(() => [sharedTier.type], 'How far upstream of each company it stands, in the order asked.'),
  },
);

export const sharedSuppliersQuestion: readonly GraphQLClass[] = [
  createQuestion('SharedSuppliersQuestion', {
    name: 'sharedSuppliers',
    description:
      'Which suppliers several companies have in common, and at which tier of each. Where there was more to look at than one answer may, `extensions.truncated` of the response says so. Example: `sharedSuppliers(companies: ["openai", "anthropic"], tiers: 3) { group { name } tierOf { company { name } tier } }`.',
    isNullable: false,
    type: () => [sharedSupplier.type],
    args: [
      argument('companies', () => [ID], `The ids of the companies: 2 to ${MAX_COMPANIES}.`),
      tiersArgument,
      kindsArgument,
      ...groupScope,
    ],
    resolve: async (_root, { graph, signal, truncations }, args) => {
      const companies = (args.companies as readonly unknown[]).map((id) => checkId(id, 'companies'));
      const answer = await sharedSuppliers(graph, { ...args, companies } as SharedSuppliersQuestion, {
        signal,
      });
      if (answer.truncated) truncations.push({ field: 'sharedSuppliers', explored: answer.explored });
      return completeInTurns(answer.suppliers, signal);
    },
  }),
  ...sharedSupplier.resolvers,
  ...sharedTier.resolvers,
];
