import { choice, listOf, reference, required, startDay, text, wholeNumber } from '../field.js';
import { defineKind } from '../kind.js';
import { aliases, furtherSources, recordName, summary } from '../sourced.js';
import { siteStatus } from '../vocabularies.js';

export const MAX_MEGAWATTS = 1_000_000;

export const dataCenter = defineKind({
  name: 'DataCenter',
  section: 'dataCenters',
  description:
    'A data center or a campus of them. Example: `dataCenters(filter: { country: { eq: "US" } }) { nodes { name plannedMW } }`.',
  fields: {
    name: recordName('Its name.'),
    operator: required(
      reference('Company', 'OPERATED_BY', 'Who runs it.', { reverse: 'dataCentersAsOperator' }),
    ),
    country: required(
      text('Where it is: ISO 3166-1 alpha-2, such as US.', {
        pattern: { regex: /^[A-Z]{2}$/, message: 'a country is two capital letters, such as US' },
      }),
    ),
    status: required(choice(siteStatus, 'How far it is.')),
    aliases,
    owner: reference('Company', 'OWNED_BY', 'Who owns it.', { reverse: 'dataCentersAsOwner' }),
    region: text('The state or province.', { searchWeight: 3 }),
    city: text('The city.', { searchWeight: 3 }),
    capacityMW: wholeNumber('Megawatts at work.', { min: 0, max: MAX_MEGAWATTS }),
    plannedMW: wholeNumber('Megawatts when all is built.', { min: 0, max: MAX_MEGAWATTS }),
    opensOn: startDay('When it opens, or opened.'),
    chips: listOf(reference('Chip', 'HOSTS', 'The chips in it.', { reverse: 'dataCenters' })),
    tenants: listOf(reference('Company', 'RENTED_BY', 'Who uses it.', { reverse: 'dataCentersAsTenant' })),
    summary,
    sources: furtherSources,
  },
});
