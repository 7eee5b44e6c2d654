/**
 * How well a record answers a search: how much of what was written is found in its texts, names counting most, and then
 * how much of the name found was written. It looks at nothing but the two, so every engine gives the same order.
 */
import type { AnyRecord } from '../model/kind.js';
import { wordsOf } from '../model/words.js';
import {
  bestMatches,
  type ComparableName,
  comparedWords,
  coverage,
  toComparableName,
  wordSimilarity,
} from './name-similarity.js';
import { isCode } from './score-name.js';
import { type SearchableText, searchableTexts } from './searchable-texts.js';

/** What a name loses at most for what was not written of it: "hynix" means SK hynix nearly as surely as "sk hynix" does. */
const UNWRITTEN_NAME = 0.2;
/** A match at the beginning of a longer word: enough for who has not finished writing. */
const BEGINNING = 0.85;
const LEAST_BEGINNING = 2;
/** What a match is worth: 1 in a name of weight 10, down to 0.42 in a summary of weight 1. */
const NAMED = { base: 0.9, perWeight: 0.01 };
const DESCRIBED = { base: 0.4, perWeight: 0.02 };

export interface SearchScore {
  /** 0..1. */
  readonly score: number;
  /** The text of the record that has most of what was written. */
  readonly matched: string;
}

interface TextMatch {
  readonly text: string;
  /** For each word written, how well this text has it, and what that is worth. */
  readonly matches: readonly number[];
  /** The share of a name that was written; 0 for a text that is no name. */
  readonly written: number;
}

const begins = (word: string, other: string): boolean =>
  word.length >= LEAST_BEGINNING && other.startsWith(word);

const beginningOrSimilar = (word: string, other: string): number =>
  begins(word, other) ? BEGINNING : wordSimilarity(word, other);

const worthOf = ({ role, weight }: SearchableText): number => {
  const { base, perWeight } = role === 'DESCRIPTION' ? DESCRIBED : NAMED;
  return base + perWeight * weight;
};

/** Long texts are only looked through for the words as they are written: the engine found them by no others. */
function matchDescription({ words, joins }: ComparableName, text: string): number[] {
  const textWords = comparedWords(wordsOf(text));
  const known = new Set(textWords);
  return words.map((word, at) => {
    const isThere = [word, joins[at - 1], joins[at]].some((form) => form !== undefined && known.has(form));
    if (isThere) return 1;
    return textWords.some((textWord) => begins(word, textWord)) ? BEGINNING : 0;
  });
}

function matchName(query: ComparableName, text: string): Pick<TextMatch, 'matches' | 'written'> {
  const name = toComparableName(text);
  return {
    matches: bestMatches(query, name, beginningOrSimilar),
    written: coverage(
      name,
      bestMatches(name, query, (word, written) => beginningOrSimilar(written, word)),
    ),
  };
}

function matchText(query: ComparableName, searchable: SearchableText): TextMatch {
  const { text, role } = searchable;
  const worth = worthOf(searchable);
  const inWorth = (matches: readonly number[]): number[] => matches.map((match) => match * worth);
  if (role === 'DESCRIPTION') return { text, matches: inWorth(matchDescription(query, text)), written: 0 };
  if (role === 'CODE') {
    const matches = query.words.map((word) => (isCode([word], text) ? worth : 0));
    return { text, matches, written: Math.max(...matches) > 0 ? 1 : 0 };
  }
  const { matches, written } = matchName(query, text);
  return { text, matches: inWorth(matches), written };
}

/** What is found of the words written in a name and what describes it, less what was not written of the name. */
function scoreAlternative(query: ComparableName, name: TextMatch, described: readonly number[]): number {
  const found = name.matches.map((match, at) => Math.max(match, described[at] ?? 0));
  return coverage(query, found) * (1 - UNWRITTEN_NAME * (1 - name.written));
}

/** The score of a record for the words of a search. Its names are alternatives: the one that fits best counts. */
export function scoreSearchHit(query: ComparableName, record: AnyRecord): SearchScore {
  const texts = searchableTexts(record).map((text) => matchText(query, text));
  const descriptions = texts.filter(({ written }) => written === 0);
  const described = query.words.map((_, at) =>
    descriptions.reduce((best, { matches }) => Math.max(best, matches[at] ?? 0), 0),
  );
  let [score, most, matched] = [0, 0, record.id];
  for (const text of texts) {
    score = Math.max(score, scoreAlternative(query, text, described));
    const own = scoreAlternative(query, text, []);
    if (own > most) [most, matched] = [own, text.text];
  }
  return { score, matched };
}
