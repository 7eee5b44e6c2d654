import { listOf, reference, required, someOf, startDay } from '../field.js';
import { defineKind } from '../kind.js';
import { evidence, summary } from '../sourced.js';

export const event = defineKind({
  name: 'Event',
  section: 'events',
  description: 'Something that happened: a share price moved, a rule changed, a site opened.',
  fields: {
    on: required(startDay('When it happened.')),
    companies: someOf(reference('Company', 'CONCERNS', 'Whom it concerns.', { reverse: 'events' })),
    summary: required(summary),
    deals: listOf(
      reference('Relationship', 'MENTIONS', 'The deals, ownerships and partnerships that it is about.', {
        reverse: 'events',
      }),
    ),
    sources: evidence,
  },
  tells: 'OCCURRENCE',
});
