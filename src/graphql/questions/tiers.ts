/** Who supplies a company, and who depends on it: the same trace up and down the supply chain. */
import { Int } from 'type-graphql';
import { computeSupply, exposure, type TierQuestion } from '../../questions/tiers.js';
import type { TierParty, Trace } from '../../questions/trace-tiers.js';
import { answerType, companies, company, deals, value } from '../types/answer.js';
import { checkId } from '../types/arguments.js';
import type { GraphQLClass } from '../types/decorate.js';
import { longList } from '../types/long-list.js';
import { bounds } from './explored.js';
import { defineQuestion } from './question.js';
import { companyArgument, groupScope, kindsArgument, tiersArgument } from './question-arguments.js';

interface TierOfAnswer {
  readonly tier: number;
  readonly parties: readonly TierParty[];
}

interface TierAnswer extends Trace {
  readonly company: string;
}

/** The names that one direction goes by. */
interface TierWords {
  readonly field: string;
  readonly about: string;
  readonly type: string;
  readonly tierType: string;
  readonly parties: string;
  readonly partyType: string;
  readonly counterparties: string;
  readonly description: string;
  readonly partyDescription: string;
  readonly dealsDescription: string;
  readonly counterpartiesDescription: string;
  readonly answer: typeof computeSupply;
}

function defineTiers(words: TierWords): GraphQLClass[] {
  const party = answerType<TierParty>(words.partyType, words.partyDescription, {
    company: company('The company that signed.', (root) => root.company),
    group: company('Its group: its ultimate majority owner, or itself.', (root) => root.group),
    deals: deals(words.dealsDescription, (root) => root.deals),
    [words.counterparties]: companies(words.counterpartiesDescription, (root) => root.counterparties),
  });
  const tier = answerType<TierOfAnswer>(words.tierType, 'All companies at one distance.', {
    tier: value(() => Int, 'The distance: tier 1 deals with the company itself.'),
    [words.parties]: longList(
      () => party.type,
      'The companies, by id.',
      (root) => root.parties,
    ),
  });
  const answer = answerType<TierAnswer>(words.type, words.description, {
    [words.about]: company('The company asked about.', (root) => root.company),
    tiers: value(
      () => [tier.type],
      'The tiers, nearest first; a group is listed at its smallest distance only.',
    ),
    ...bounds,
  });
  return defineQuestion({
    name: words.field,
    description: words.description,
    args: [
      companyArgument(words.about, 'The id of the company: "openai".'),
      tiersArgument,
      kindsArgument,
      ...groupScope,
    ],
    answer,
    parts: [party, tier],
    async resolve(args, { graph, signal }) {
      const id = checkId(args[words.about], words.about);
      const trace = await words.answer(graph, { ...args, company: id } as TierQuestion, { signal });
      const tiers = trace.tiers.map((parties, index) => ({ tier: index + 1, parties }));
      return { ...trace, company: id, tiers };
    },
  });
}

export const tierQuestions: readonly GraphQLClass[] = [
  ...defineTiers({
    field: 'computeSupply',
    about: 'of',
    type: 'SupplyChain',
    tierType: 'SupplyTier',
    parties: 'suppliers',
    partyType: 'TierSupplier',
    counterparties: 'suppliesTo',
    description:
      'Who supplies a company, tier by tier, by what and through which deals. Example: `computeSupply(of: "openai") { tiers { tier suppliers { company { name } deals { summary } } } }`.',
    partyDescription: 'A supplier in a tier, and the deals by which it got there.',
    dealsDescription: 'The deals by which it supplies the tier before.',
    counterpartiesDescription: 'The companies of the tier before that signed these deals.',
    answer: computeSupply,
  }),
  ...defineTiers({
    field: 'exposure',
    about: 'to',
    type: 'Exposure',
    tierType: 'ExposureTier',
    parties: 'customers',
    partyType: 'TierCustomer',
    counterparties: 'dependsOn',
    description:
      'Who downstream depends on a company, tier by tier. Example: `exposure(to: "tsmc") { tiers { tier customers { company { name } } } }`.',
    partyDescription: 'A customer in a tier, and the deals by which it got there.',
    dealsDescription: 'The deals by which it buys from the tier before.',
    counterpartiesDescription: 'The companies of the tier before that it buys from.',
    answer: exposure,
  }),
];
