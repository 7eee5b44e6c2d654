import { reference, required, startDay } from '../field.js';
import { defineKind } from '../kind.js';
import { aliases, furtherSources, recordName, summary } from '../sourced.js';

export const product = defineKind({
  name: 'Product',
  section: 'products',
  description: 'What an AI company sells, such as ChatGPT: the demand behind the deals.',
  fields: {
    name: recordName('Its name.'),
    developer: required(reference('Company', 'DEVELOPED_BY', 'Who makes it.', { reverse: 'products' })),
    aliases,
    releasedOn: startDay('When it came out.'),
    summary,
    sources: furtherSources,
  },
});
