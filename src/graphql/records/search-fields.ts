/** `search` and `match`: from what people write to the records that they mean. */
import { Float, Int } from 'type-graphql';
import { matchName } from '../../records/match-names.js';
import { searchRecords } from '../../records/search-records.js';
import type { RequestContext } from '../context.js';
import { answerType, value } from '../types/answer.js';
import { argument, optional } from '../types/arguments.js';
import { createQueries, type GraphQLClass, type ResolvedField } from '../types/decorate.js';
import { enumOf, recordKind } from '../types/enums.js';
import { NodeType, typeNamed } from './record-types.js';

const searchHit = answerType('SearchHit', 'A record found, and how well it fits.', {
  node: value(() => NodeType, 'The record.'),
  score: value(() => Float, 'How well it fits, from 0 to 1.'),
  matched: value(() => String, 'The text of the record that fits.'),
});

const matchCandidate = answerType('MatchCandidate', 'A company that a name may mean, and how likely.', {
  company: value(() => typeNamed('Company'), 'The company.'),
  score: value(
    () => Float,
    'How alike the names are, from 0 to 1; 1 is the same but for case, accents and legal form.',
  ),
  matchedOn: value(() => String, 'The name of the company that fits best.'),
});

const search: ResolvedField<RequestContext> = {
  name: 'search',
  description:
    'Finds records by their names, aliases and summaries; does not mind typos, accents or "Inc.". Example: `search(text: "amazon web servces") { score node { id } }`.',
  isNullable: false,
  type: () => [searchHit.type],
  args: [
    argument('text', () => String, 'What to look for: "amazon web servces".'),
    optional('kinds', () => [enumOf(recordKind)], 'Only these kinds of record; all if left out.'),
    optional('first', () => Int, 'How many, best first: 1 to 50; 10 if left out.'),
  ],
  resolve: async (_root, { graph, signal }, args) => {
    const hits = await searchRecords(
      graph.store,
      args as { text: string; kinds?: string[]; first?: number },
      { signal },
    );
    return hits.map(({ record, ...hit }) => ({ ...hit, node: record }));
  },
};

const match: ResolvedField<RequestContext> = {
  name: 'match',
  description:
    'The companies that a name may mean, likeliest first. Example: `match(name: "Nvidia Corp") { score company { id } }`.',
  isNullable: false,
  type: () => [matchCandidate.type],
  args: [
    argument('name', () => String, 'The name: "Nvidia Corp".'),
    optional('first', () => Int, 'How many: 1 to 50; 10 if left out.'),
  ],
  resolve: async (_root, { graph, signal }, args) => {
    const candidates = await matchName(graph.store, args as { name: string; first?: number }, { signal });
    return candidates.map(({ record, ...candidate }) => ({
      ...candidate,
      company: record,
    }));
  },
};

export const searchResolvers: readonly GraphQLClass[] = [createQueries('Search', [search, match])];
