import { choice, reference, required, someOf } from '../field.js';
import { defineKind } from '../kind.js';
import { furtherSources, summary } from '../sourced.js';
import { competitionMarket } from '../vocabularies.js';

export const competition = defineKind({
  name: 'Competition',
  section: 'competitions',
  description: 'Two or more companies compete in a market.',
  interfaces: ['Relationship'],
  fields: {
    parties: someOf(reference('Company', 'PARTY', 'Who competes.', { reverse: 'competitions' }), 2),
    market: required(choice(competitionMarket, 'Where they compete.')),
    summary,
    sources: furtherSources,
  },
});
