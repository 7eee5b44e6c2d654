import { choice, required, someOf, startDay, text } from '../field.js';
import { defineKind } from '../kind.js';
import { aliases, furtherSources, recordName, summary } from '../sourced.js';
import { companyRole } from '../vocabularies.js';

export const company = defineKind({
  name: 'Company',
  section: 'companies',
  description:
    'A company, a division that signs under its own name, a state, or another body that is a party to deals. Example: `company(id: "openai") { name roles }`.',
  fields: {
    name: recordName('The name that it is known by.'),
    roles: someOf(choice(companyRole, 'What it does in AI.')),
    country: required(
      text('Where it is based: ISO 3166-1 alpha-2, such as US.', {
        pattern: { regex: /^[A-Z]{2}$/, message: 'a country is two capital letters, such as US' },
      }),
    ),
    aliases,
    legalName: text('Its name in the register.', { searchWeight: 9 }),
    ticker: text('Where its shares trade, and as what: NASDAQ:NVDA.', {
      searchWeight: 8,
      pattern: { regex: /^[A-Z0-9]+:[A-Z0-9.]+$/, message: 'a ticker is written NASDAQ:NVDA' },
    }),
    founded: startDay('When it was founded.'),
    website: text('Its address on the web.', {
      maxLength: 2000,
      pattern: { regex: /^https?:\/\//, message: 'an address starts with https://' },
    }),
    wikidata: text('Its item in Wikidata, such as Q21708200.', {
      pattern: { regex: /^Q\d+$/, message: 'a Wikidata item is written Q21708200' },
    }),
    summary,
    sources: furtherSources,
  },
});
