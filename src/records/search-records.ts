/** Searches all records by what they are called and what is written about them, tolerant of how it is spelt. */
import type { AnyRecord } from '../model/kind.js';
import { kinds as allKinds } from '../model/registry.js';
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import { findCandidates } from './find-candidates.js';
import { toComparableName } from './name-similarity.js';
import { scoreSearchHit } from './score-search-hit.js';
import { checkFirst, checkSearchText } from './search-input.js';

/** Below this a record has next to nothing of what was written. */
const LEAST_SCORE = 0.2;

export interface SearchHit {
  readonly record: AnyRecord;
  /** 0..1, 1 best: above 0.8 for a name that has all that was written, about 0.35 where it is only mentioned. */
  readonly score: number;
  /** The text of the record that has most of what was written: its name, an alias, its summary. */
  readonly matched: string;
}

interface SearchInput {
  /** At most 200 characters. */
  readonly text: string;
  /** The codes of the kinds of record to look for; of all where it is left out or empty. */
  readonly kinds?: readonly string[];
  /** The most hits to give, 1 to 50; 10 where it is left out. */
  readonly first?: number;
}

const rankOfKind = new Map(allKinds.map(({ code }, rank) => [code, rank]));
const rankOf = ({ kind }: AnyRecord): number => rankOfKind.get(kind) ?? rankOfKind.size;

const byScore = (one: SearchHit, other: SearchHit): number =>
  other.score - one.score ||
  rankOf(one.record) - rankOf(other.record) ||
  (one.record.id < other.record.id ? -1 : 1);

/**
 * The records that answer a search best, best first; equals in the order of their kinds, then of their ids. Names,
 * aliases, legal names and tickers count most, then titles, places and publishers, then summaries. Rejects with
 * VALIDATION_FAILED for a text or a `first` out of bounds.
 */
export async function searchRecords(
  store: GraphStore,
  { text, kinds = [], first }: SearchInput,
  options?: WorkOptions,
): Promise<SearchHit[]> {
  checkSearchText('text', text);
  const most = checkFirst(first);
  const query = toComparableName(text);
  const candidates = await findCandidates(store, text, kinds, options);
  return candidates
    .map((record): SearchHit => ({ record, ...scoreSearchHit(query, record) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort(byScore)
    .slice(0, most);
}
