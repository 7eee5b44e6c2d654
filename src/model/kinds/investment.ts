import { announcement, dealFields, dealPeriod } from '../deal.js';
import { choice, decimal, flag, money, reference, required, text } from '../field.js';
import { defineKind } from '../kind.js';
import { instrument } from '../vocabularies.js';

export const investment = defineKind({
  name: 'Investment',
  section: 'investments',
  description:
    'One investor puts money into a company. A round with several investors is one investment each, with the same `round` and `roundTotal`.',
  interfaces: ['Deal', 'Relationship'],
  fields: {
    investor: required(reference('Company', 'INVESTOR', 'Who invests.')),
    investee: required(reference('Company', 'INVESTEE', 'Who receives the money.')),
    ...dealFields,
    ...announcement,
    instrument: choice(instrument, 'What the investor gets.'),
    round: text('The name of the round, such as Series C.'),
    roundTotal: money('What all investors of the round put in together.'),
    lead: flag('Whether this investor led the round.'),
    stakePercent: decimal('The share of the company that it bought, in percent.', { min: 0, max: 100 }),
    postMoneyValuation: money('What the company was valued at, the new money included.'),
  },
  casts: [{ flow: 'PAYS', from: 'investor', to: 'investee' }],
  period: dealPeriod,
  dayOrders: [['announcedOn', 'endsOn']],
});
