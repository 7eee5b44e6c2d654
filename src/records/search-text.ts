/**
 * What the text index of either engine holds of a record: the words of its texts, and the grams of the words of its
 * names, so that a misspelt name still shares most of its grams with the right one. Both engines must split this at
 * its spaces and nowhere else, so a term has letters and digits only.
 */
import { isCommonWord, isFillWord, nameWordsOf } from '../model/company-name.js';
import type { AnyRecord, Kind } from '../model/kind.js';
import { isCjk, wordsOf } from '../model/words.js';
import { searchableTexts } from './searchable-texts.js';

/** A gram is marked, so that it is no word, by where in its word it stands. */
const START = 'q1';
const INSIDE = 'q0';
const END = 'q2';
const EDGE_LENGTH = 2;
const INSIDE_LENGTH = 3;
/** A Chinese, Japanese or Korean sign says as much as a few letters. */
const CJK_EDGE_LENGTH = 1;
const CJK_INSIDE_LENGTH = 2;

/** A query of very many words is looked for by the first of them. */
const MOST_TERMS = 100;

const slidesOf = (signs: readonly string[], length: number): string[] =>
  signs.slice(length - 1).map((_, at) => signs.slice(at, at + length).join(''));

/** The grams of a word: "aws" is q1aw, q0aws, q2ws. A number has none, for no number is meant by another one. */
export function gramsOf(word: string): string[] {
  if (/^\p{N}+$/u.test(word)) return [];
  const signs = [...word];
  const [edge, inside] = isCjk(word) ? [CJK_EDGE_LENGTH, CJK_INSIDE_LENGTH] : [EDGE_LENGTH, INSIDE_LENGTH];
  return [
    `${START}${signs.slice(0, edge).join('')}`,
    ...slidesOf(signs, inside).map((gram) => `${INSIDE}${gram}`),
    `${END}${signs.slice(-edge).join('')}`,
  ];
}

/** Text without spaces between its words is found by its pairs of signs. */
const termsOf = (words: readonly string[]): string[] =>
  words.flatMap((word) => (isCjk(word) && word.length > 2 ? slidesOf([...word], 2) : [word]));

/** The words and grams under which a record is found. */
export function searchTextOf(kind: Kind, record: AnyRecord): string {
  const texts = searchableTexts(kind, record);
  const names = texts.filter(({ role }) => role === 'NAME' || role === 'ID');
  return [
    ...texts.flatMap(({ text }) => termsOf(wordsOf(text))),
    ...names.flatMap(({ text }) => nameWordsOf(text).flatMap(gramsOf)),
  ].join(' ');
}

/** The words for which this holds; all of them where it holds for none. */
const preferring = (words: readonly string[], isPreferred: (word: string) => boolean): readonly string[] => {
  const preferred = words.filter(isPreferred);
  return preferred.length === 0 ? words : preferred;
};

/** The words and grams to look for when somebody searches for a text; words that tell little only where there is no other. */
export function searchTermsOf(text: string): string {
  const words = nameWordsOf(text);
  // "chat gpt" may be written in one.
  const joins = words.slice(1).map((word, at) => `${words[at]}${word}`);
  const said = preferring(words, (word) => !isFillWord(word));
  const grams = preferring(words, (word) => !isCommonWord(word)).flatMap(gramsOf);
  return [...new Set([...termsOf([...said, ...joins]), ...grams])].slice(0, MOST_TERMS).join(' ');
}
