import { choice, reference, required, startDay, text } from '../field.js';
import { defineKind } from '../kind.js';
import { aliases, furtherSources, recordName, summary } from '../sourced.js';
import { chipType } from '../vocabularies.js';

export const chip = defineKind({
  name: 'Chip',
  section: 'chips',
  description:
    'A chip or a system sold by its chip. Example: `node(id: "nvidia-gb200") { ... on Chip { name designer { name } } }`.',
  fields: {
    name: recordName('Its name.'),
    designer: required(reference('Company', 'DESIGNED_BY', 'Who designs it.', { reverse: 'chips' })),
    chipType: required(choice(chipType, 'Its sort.')),
    aliases,
    family: text('The family that it belongs to.', { searchWeight: 4 }),
    announcedOn: startDay('When it was made public.'),
    processNode: text('The process that it is made in, such as TSMC N3.'),
    memory: text('Its memory, such as 192 GB HBM3.'),
    summary,
    sources: furtherSources,
  },
});
