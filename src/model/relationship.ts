/** What ties companies to each other, be it a deal, an ownership, a partnership or a competition. */
import type { RecordInterface } from './kind.js';
import { furtherSources, summary } from './sourced.js';

export const relationshipInterface: RecordInterface = {
  name: 'Relationship',
  section: 'relationships',
  description:
    'Anything that ties companies to each other: a deal, an ownership, a partnership, a competition. Example: `event.deals { id summary ... on Deal { status } }`.',
  fields: { summary, sources: furtherSources },
};
