/** The constraints and indexes as Neo4j wants them, and its full-text index. */
import type { Driver } from 'neo4j-driver';
import {
  createConstraint,
  createIndex,
  lookUpProperties,
  searchIndex,
  uniqueProperties,
} from '../../store/graph-schema.js';
import { writeTurn } from './one-state.js';

const SEARCH_INDEX = 'entity_search';

/** Grams and words are split by spaces already; any other analyser would split them again. */
const createSearchIndex = `CREATE FULLTEXT INDEX ${SEARCH_INDEX} IF NOT EXISTS
FOR (n:${searchIndex.label}) ON EACH [n.${searchIndex.property}]
OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'whitespace' } }`;

export const search = `CALL db.index.fulltext.queryNodes('${SEARCH_INDEX}', $query, { limit: $limit }) YIELD node, score
RETURN node.id AS id, score AS score ORDER BY score DESC, id`;

/** A query that looks for each of these words and for nothing else: what means more to the index is escaped. */
export const toQuery = (words: string): string =>
  words
    .split(/\s+/)
    .filter((word) => word !== '')
    // A backslash takes the meaning from a sign, and from the first letter of AND, OR and NOT.
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&').replace(/^(?=(?:AND|OR|NOT)$)/, '\\'))
    .join(' ');

// A constraint of Neo4j brings its own index and refuses a second one on the same property.
const statements = [
  ...[...uniqueProperties, writeTurn].map(createConstraint),
  ...lookUpProperties.map(createIndex),
  createSearchIndex,
];

export async function applySchema(driver: Driver, database: string | undefined): Promise<void> {
  const session = driver.session({ ...(database !== undefined && { database }) });
  try {
    for (const statement of statements) await session.run(statement);
    await session.run('CALL db.awaitIndexes(60)');
  } finally {
    await session.close();
  }
}
