/** Resolves a name to records, as record linkage does: normalise, block by grams, compare, rank. */
import type { AnyRecord } from '../model/kind.js';
import { companyKind } from '../model/registry.js';
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import { findCandidates } from './find-candidates.js';
import { roundScore, toComparableName } from './name-similarity.js';
import { scoreName } from './score-name.js';
import { checkFirst, checkSearchText } from './search-input.js';

/** Below this a name is another name. */
const LEAST_SCORE = 0.6;

export interface NameMatch {
  readonly record: AnyRecord;
  /** 0..1; 1 for the same name but for case, accents, punctuation and legal forms. */
  readonly score: number;
  /** The name, alias, ticker or id of the record that fits best. */
  readonly matchedOn: string;
}

interface MatchInput {
  /** At most 200 characters. */
  readonly name: string;
  /** The most candidates to give, 1 to 50; 10 where it is left out. */
  readonly first?: number;
  /** The code of the kind of record: companies where it is left out. */
  readonly kind?: string;
}

const byScore = (one: NameMatch, other: NameMatch): number =>
  other.score - one.score || (one.record.id < other.record.id ? -1 : 1);

/**
 * The records that a name may stand for, best first, equals by id. Names are compared by the symmetric, weighted measure
 * of Monge and Elkan over Jaro-Winkler (see `nameSimilarity`), against id, name, legal name and aliases; a ticker
 * fits whole or not at all. Rejects with VALIDATION_FAILED for a name or a `first` out of bounds.
 */
export async function matchName(
  store: GraphStore,
  { name, first, kind = companyKind.code }: MatchInput,
  options?: WorkOptions,
): Promise<NameMatch[]> {
  checkSearchText('name', name);
  const most = checkFirst(first);
  const wanted = toComparableName(name);
  const candidates = await findCandidates(store, name, [kind], options);
  return candidates
    .map((record): NameMatch => {
      const { score, name: matchedOn } = scoreName(wanted, record);
      return { record, score: roundScore(score), matchedOn };
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort(byScore)
    .slice(0, most);
}
