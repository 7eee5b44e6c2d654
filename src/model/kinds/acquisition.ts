import { announcement, dealFields, dealPeriod } from '../deal.js';
import { endDay, reference, required } from '../field.js';
import { defineKind } from '../kind.js';

export const acquisition = defineKind({
  name: 'Acquisition',
  section: 'acquisitions',
  description: 'One company buys another.',
  interfaces: ['Deal', 'Relationship'],
  fields: {
    acquirer: required(reference('Company', 'ACQUIRER', 'Who buys.')),
    target: required(reference('Company', 'TARGET', 'Who is bought.')),
    ...dealFields,
    ...announcement,
    closedOn: endDay('When the purchase was complete.'),
  },
  casts: [{ flow: 'PAYS', from: 'acquirer', to: 'target' }],
  period: dealPeriod,
  dayOrders: [
    ['announcedOn', 'endsOn'],
    ['announcedOn', 'closedOn'],
  ],
});
