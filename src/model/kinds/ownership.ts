import { decimal, endDay, reference, required, startDay } from '../field.js';
import { defineKind } from '../kind.js';
import { evidence, summary } from '../sourced.js';

export const ownership = defineKind({
  name: 'Ownership',
  section: 'ownerships',
  description:
    'A company owns a share of another. Above 50 percent is control: both then belong to one group. A share that is not known is not control.',
  interfaces: ['Relationship'],
  fields: {
    owner: required(reference('Company', 'OWNER', 'Who owns.')),
    owned: required(reference('Company', 'OWNED', 'What is owned.')),
    stakePercent: decimal('The share, in percent.', { min: 0, max: 100 }),
    since: startDay('From when on; absent: always.'),
    until: endDay('Until when; absent: still.'),
    summary,
    sources: evidence,
  },
  casts: [{ flow: 'OWNS', from: 'owner', to: 'owned', carries: ['stakePercent'] }],
  period: { signed: ['since'], from: ['since'], to: 'until' },
  dayOrders: [['since', 'until']],
});
