/** What somebody who wrote an id or a name that no record has probably meant. */
import { distance } from 'fastest-levenshtein';
import type { AnyRecord, Kind } from '../model/kind.js';
import { wordsOf } from '../model/words.js';
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import { findCandidates } from './find-candidates.js';
import type { NameMatch } from './match-names.js';
import { roundScore, toComparableName } from './name-similarity.js';
import { scanRecords } from './scan-records.js';
import { scoreName } from './score-name.js';
import { namingOf } from './searchable-texts.js';

const MOST = 5;
/** Below this it is something else. */
const LEAST_SCORE = 0.6;

/** One or two slips of the pen, or a word too many; to name what is less alike would only mislead. */
const CLEARLY_NEAR = 0.7;
const MOST_NAMED = 3;

/** Some kinds go by their id alone, so that is compared too, letter by letter. */
const scoreId = (text: string, { id }: AnyRecord): number =>
  1 - distance(text.toLowerCase(), id) / Math.max(text.length, id.length);

function matchOf(text: string, record: AnyRecord): NameMatch {
  const byName = scoreName(toComparableName(text), record);
  const idScore = scoreId(text, record);
  return idScore > byName.score
    ? { record, score: roundScore(idScore), matchedOn: record.id }
    : { record, score: roundScore(byName.score), matchedOn: byName.name };
}

const byScore = (one: NameMatch, other: NameMatch): number =>
  other.score - one.score || (one.record.id < other.record.id ? -1 : 1);

/** How many records that begin like the text are compared. */
const MOST_NEIGHBOURS = 200;

/** Records without names are not found by parts of words; those that begin like the text stand beside it in the order of ids. */
async function findNeighbours(
  store: GraphStore,
  text: string,
  kinds: readonly Kind[],
  options: WorkOptions | undefined,
): Promise<AnyRecord[]> {
  const beginning = text.toLowerCase().slice(0, Math.ceil(text.length / 2));
  const found = await store.read(async (reader) => {
    const records: AnyRecord[][] = [];
    for (const kind of kinds) records.push(await scanRecords(reader, kind, beginning, MOST_NEIGHBOURS));
    return records;
  }, options);
  return found.flat();
}

/** At most five records of these kinds whose id or name is nearly the text, best first; often none. */
export async function findNearRecords(
  store: GraphStore,
  text: string,
  kinds: readonly Kind[],
  options?: WorkOptions,
): Promise<NameMatch[]> {
  if (wordsOf(text).length === 0) return [];
  const codes = kinds.map(({ code }) => code);
  const unnamed = kinds.filter((kind) => namingOf(kind) === 'NONE');
  const candidates = [
    ...(await findCandidates(store, text, codes, options)),
    ...(unnamed.length === 0 ? [] : await findNeighbours(store, text, unnamed, options)),
  ];
  const byId = new Map(candidates.map((record) => [record.id, record]));
  return [...byId.values()]
    .map((record) => matchOf(text, record))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort(byScore)
    .slice(0, MOST);
}

/** The ids of those that are near enough to be named in a message. */
export const clearlyNear = (matches: readonly NameMatch[]): string[] =>
  matches
    .filter(({ score }) => score >= CLEARLY_NEAR)
    .slice(0, MOST_NAMED)
    .map(({ record }) => record.id);
