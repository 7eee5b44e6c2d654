/**
 * What the text index of either engine holds of a record: the words of its texts, and the grams of the words of its
 * names, so that a misspelt name still shares most of its grams with the right one. Both engines split this at its
 * spaces and nowhere else, so a term has letters and digits only.
 */
import { isCommonWord, isFillWord, nameWordsOf } from '../model/company-name.js';
import type { AnyRecord, Kind } from '../model/kind.js';
import { kinds as allKinds, kindOf } from '../model/registry.js';
import { isCjk, wordsOf } from '../model/words.js';
import { type Naming, namingOf, searchableTexts } from './searchable-texts.js';

/**
 * Marks a gram, so that it is no word, by where in its word it stands. Grams of names have other marks than those of the
 * parties in an id: a company with many deals must not drown among them.
 */
const MARKS = {
  NAMES: { start: 'q1', inside: 'q0', end: 'q2' },
  PARTIES: { start: 'q4', inside: 'q3', end: 'q5' },
} as const;

/** How many signs a gram has; a Chinese, Japanese or Korean one says as much as a few letters. */
const LETTERS = { edge: 2, inside: 3 };
const CJK_SIGNS = { edge: 1, inside: 2 };

/** A query of very many words is looked for by the first of them. */
const MOST_TERMS = 120;

const slidesOf = (signs: readonly string[], length: number): string[] =>
  signs.slice(length - 1).map((_, at) => signs.slice(at, at + length).join(''));

/** The grams of a word: "aws" is q1aw, q0aws, q2ws. A number has none, for no number is meant by another one. */
function gramsOf(word: string, naming: Naming): string[] {
  if (naming === 'NONE' || /^\p{N}+$/u.test(word)) return [];
  const { start, inside, end } = MARKS[naming];
  const length = isCjk(word) ? CJK_SIGNS : LETTERS;
  const signs = [...word];
  return [
    `${start}${signs.slice(0, length.edge).join('')}`,
    ...slidesOf(signs, length.inside).map((gram) => `${inside}${gram}`),
    `${end}${signs.slice(-length.edge).join('')}`,
  ];
}

/** Text without spaces between its words is found by its pairs of signs. */
const termsOf = (words: readonly string[]): string[] =>
  words.flatMap((word) => (isCjk(word) && word.length > 2 ? slidesOf([...word], 2) : [word]));

/** The words and grams under which a record is found. */
export function searchTextOf(kind: Kind, record: AnyRecord): string {
  const naming = namingOf(kind);
  const texts = searchableTexts(kind, record);
  const names = texts.filter(({ role }) => role === 'NAME' || role === 'ID');
  return [
    ...texts.flatMap(({ text }) => termsOf(wordsOf(text))),
    ...names.flatMap(({ text }) => nameWordsOf(text).flatMap((word) => gramsOf(word, naming))),
  ].join(' ');
}

/** The words for which this holds; all of them where it holds for none. */
function preferring(words: readonly string[], isPreferred: (word: string) => boolean): readonly string[] {
  const preferred = words.filter(isPreferred);
  return preferred.length === 0 ? words : preferred;
}

const allCodes = allKinds.map(({ code }) => code);

/**
 * The words and grams to look for when somebody searches for a text among records of these kinds, or of all; words that
 * tell little only where there is no other. Empty for a text without words.
 */
export function searchTermsOf(text: string, kinds: readonly string[] = allCodes): string {
  const words = nameWordsOf(text);
  // "chat gpt" may be written in one.
  const joins = words.slice(1).map((word, at) => `${words[at]}${word}`);
  const said = preferring(words, (word) => !isFillWord(word));
  const named = preferring(words, (word) => !isCommonWord(word));
  const namings = [...new Set(kinds.map((code) => namingOf(kindOf(code))))];
  const grams = namings.flatMap((naming) => named.flatMap((word) => gramsOf(word, naming)));
  return [...new Set([...termsOf([...said, ...joins]), ...grams])].slice(0, MOST_TERMS).join(' ');
}
