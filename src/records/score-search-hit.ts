/**
 * How well a record answers a search: how much of what was written is found in its texts, names counting most, and then
 * how much of the name found was written. It looks at nothing but the two, so every engine gives the same order.
 */

import { weightOf } from '../model/company-name.js';
import type { AnyRecord } from '../model/kind.js';
import { kindOf } from '../model/registry.js';
import { wordsOf } from '../model/words.js';
import {
  bestMatches,
  type ComparableName,
  comparedWords,
  coverage,
  coveredWeight,
  roundScore,
  toComparableName,
  wordSimilarity,
} from './name-similarity.js';
import { isCode } from './score-name.js';
import { type SearchableText, searchableTexts, type TextRole } from './searchable-texts.js';

/** What a text loses at most for what was not written of it: "hynix" means SK hynix nearly as surely as "sk hynix" does. */
const UNWRITTEN = 0.2;
/** A match at the beginning of a longer word: enough for who has not finished writing. */
const BEGINNING = 0.85;
const LEAST_BEGINNING = 2;
/** What a match is worth: 1 in a name of weight 10, down to 0.42 in a summary of weight 1. */
const NAMED = { base: 0.9, perWeight: 0.01 };
const DESCRIBED = { base: 0.4, perWeight: 0.02 };

interface SearchScore {
  /** 0..1. */
  readonly score: number;
  /** The text of the record that has most of what was written. */
  readonly matched: string;
}

interface Match {
  /** For each word written, how well a text has it, 0..1. */
  readonly matches: readonly number[];
  /** The share of the text that was written, 0..1: who writes all of a name means it. */
  readonly written: number;
}

interface TextMatch extends Match {
  readonly searchable: SearchableText;
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
function matchDescription(query: ComparableName, text: string): Match {
  const textWords = comparedWords(wordsOf(text));
  const known = new Set(textWords);
  const matches = query.words.map((word, at) => {
    const forms = [word, query.joins[at - 1], query.joins[at]];
    if (forms.some((form) => form !== undefined && known.has(form))) return 1;
    return textWords.some((textWord) => begins(word, textWord)) ? BEGINNING : 0;
  });
  const weight = textWords.reduce((sum, word) => sum + weightOf(word), 0);
  return { matches, written: Math.min(1, coveredWeight(query, matches) / Math.max(1, weight)) };
}

function matchCode({ words }: ComparableName, text: string): Match {
  const isWhole = isCode(words, text);
  const matches = words.map((word) => (isWhole || isCode([word], text) ? 1 : 0));
  return { matches, written: Math.max(...matches) };
}

function matchName(query: ComparableName, text: string): Match {
  const name = toComparableName(text);
  const back = bestMatches(name, query, (word, written) => beginningOrSimilar(written, word));
  return { matches: bestMatches(query, name, beginningOrSimilar), written: coverage(name, back) };
}

const measures: Readonly<Record<TextRole, (query: ComparableName, text: string) => Match>> = {
  NAME: matchName,
  ID: matchName,
  CODE: matchCode,
  DESCRIPTION: matchDescription,
};

function matchText(query: ComparableName, searchable: SearchableText): TextMatch {
  const { matches, written } = measures[searchable.role](query, searchable.text);
  const worth = worthOf(searchable);
  return { searchable, matches: matches.map((match) => match * worth), written };
}

/** How much of what was written is found in a text, or described elsewhere, less what was not written of the text. */
function scoreAlternative(query: ComparableName, text: TextMatch, described: readonly number[]): number {
  const found = text.matches.map((match, at) => Math.max(match, described[at] ?? 0));
  return coverage(query, found) * (1 - UNWRITTEN * (1 - text.written));
}

/** The score of a record for the words of a search. Its names are alternatives: the one that fits best counts. */
export function scoreSearchHit(query: ComparableName, record: AnyRecord): SearchScore {
  const texts = searchableTexts(kindOf(record.kind), record).map((text) => matchText(query, text));
  const descriptions = texts.filter(({ searchable }) => searchable.role === 'DESCRIPTION');
  const described = query.words.map((_, at) =>
    descriptions.reduce((best, { matches }) => Math.max(best, matches[at] ?? 0), 0),
  );
  let [score, most, matched] = [0, 0, record.id];
  for (const text of texts) {
    score = Math.max(score, scoreAlternative(query, text, described));
    const own = scoreAlternative(query, text, []);
    if (own > most) [most, matched] = [own, text.searchable.text];
  }
  return { score: roundScore(score), matched };
}
