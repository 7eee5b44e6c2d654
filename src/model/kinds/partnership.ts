import { choice, endDay, reference, required, someOf, startDay } from '../field.js';
import { defineKind } from '../kind.js';
import { certainty, evidence, summary } from '../sourced.js';
import { dealStatus } from '../vocabularies.js';

export const partnership = defineKind({
  name: 'Partnership',
  section: 'partnerships',
  description: 'Two or more companies work together without one supplying the other.',
  interfaces: ['Relationship'],
  fields: {
    parties: someOf(reference('Company', 'PARTY', 'Who works together.', { reverse: 'partnerships' }), 2),
    summary: required(summary),
    announcedOn: required(startDay('When it was made public.')),
    endsOn: endDay('The last day of it.'),
    status: required(choice(dealStatus, 'How far it is.')),
    confidence: required(certainty),
    sources: evidence,
  },
  dayOrders: [['announcedOn', 'endsOn']],
});
