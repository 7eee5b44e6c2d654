/** What somebody who wrote an id that does not exist probably meant. */
import { wordsOf } from '../model/words.js';
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import { matchName } from './match-names.js';
import { MAX_SEARCH_LENGTH } from './search-input.js';

const MOST = 3;
/** One or two slips of the pen, or a word too many; what is less alike would only mislead. */
const LEAST_SCORE = 0.7;

/** The ids of at most three records of this kind whose id or name is nearly the text, best first; often none. */
export async function findNearIds(
  store: GraphStore,
  text: string,
  kind: string,
  options?: WorkOptions,
): Promise<string[]> {
  const name = text.slice(0, MAX_SEARCH_LENGTH);
  if (wordsOf(name).length === 0) return [];
  const matches = await matchName(store, { name, first: MOST, kind }, options);
  return matches.filter(({ score }) => score >= LEAST_SCORE).map(({ record }) => record.id);
}
