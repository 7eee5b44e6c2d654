/**
 * How alike two names are: for each word of one its best match in the other, as in Monge and Elkan, "The Field Matching
 * Problem: Algorithms and Applications" (1996), with Jaro-Winkler between words ("level two Jaro-Winkler" in Cohen,
 * Ravikumar and Fienberg, "A Comparison of String Distance Metrics for Name-Matching Tasks", 2003). Words count by
 * their weight, so that a common word says less. Nothing depends on what else is in the graph, nor on its engine.
 */
import { nameWordsOf, weightOf } from '../model/company-name.js';
import { isCjk } from '../model/words.js';
import { jaro, jaroWinkler } from './jaro-winkler.js';

/**
 * Words less alike than this before Winkler's bonus are different words. It lets one slip in four letters pass, and keeps
 * words apart that only begin alike, such as micron and microsoft.
 */
const LEAST_JARO = 0.83;
/** Nor is a word of much fewer letters the other one: arm is not aramco. */
const LEAST_LENGTH_RATIO = 0.65;

/** The same words in another order, or written together, are almost, but not quite, the same name. */
const ALMOST_EQUAL = 0.99;

export interface ComparableName {
  readonly words: readonly string[];
  readonly weights: readonly number[];
  /** The sum of the weights. */
  readonly weight: number;
  /** Each pair of neighbours as one word: "core weave" and "coreweave" are the same name. */
  readonly joins: readonly string[];
}

/** Words as they are compared: text without spaces between its words goes sign by sign. */
export const comparedWords = (words: readonly string[]): readonly string[] =>
  words.some(isCjk) ? words.flatMap((word) => (isCjk(word) ? [...word] : [word])) : words;

/** The name as it is compared: without case, accents, punctuation and legal forms. */
export function toComparableName(name: string): ComparableName {
  const words = comparedWords(nameWordsOf(name));
  const weights = words.map(weightOf);
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const joins = words.slice(1).map((word, at) => `${words[at]}${word}`);
  return { words, weights, weight, joins };
}

const digitsOf = (word: string): string => word.replace(/\D+/g, '');

/** GB200 and GB300 are as different as any two words, and so are 100 and H100. */
function haveDifferentNumbers(one: string, other: string): boolean {
  const digits = digitsOf(one);
  return digits !== digitsOf(other) || (digits !== '' && (digits === one || digits === other));
}

/** How alike two words are, 0..1. */
export function wordSimilarity(one: string, other: string): number {
  if (one === other) return 1;
  const [shorter, longer] =
    one.length < other.length ? [one.length, other.length] : [other.length, one.length];
  if (shorter / longer < LEAST_LENGTH_RATIO) return 0;
  if (jaro(one, other) < LEAST_JARO || haveDifferentNumbers(one, other)) return 0;
  return jaroWinkler(one, other);
}

type WordMeasure = (word: string, other: string) => number;

/** Whether a word of a name is in the other one as it stands, or joined with a neighbour on either side. */
const isFound = (name: ComparableName, at: number, other: ComparableName): boolean => {
  const word = name.words[at] as string;
  const joins = [name.joins[at - 1], name.joins[at]].filter((join) => join !== undefined);
  return other.joins.includes(word) || [word, ...joins].some((form) => other.words.includes(form));
};

/** For each word of a name, how well it is found in the other one. */
export const bestMatches = (
  name: ComparableName,
  other: ComparableName,
  measure: WordMeasure = wordSimilarity,
): number[] =>
  name.words.map((word, at) =>
    isFound(name, at, other)
      ? 1
      : other.words.reduce((best, otherWord) => Math.max(best, measure(word, otherWord)), 0),
  );

/** The weight of a name's words that these matches of them cover. */
export const coveredWeight = ({ weights }: ComparableName, matches: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (matches[at] ?? 0), 0);

/** The share of a name's weight that these matches of its words cover, 0..1. */
export const coverage = (name: ComparableName, matches: readonly number[]): number =>
  name.words.length === 0 ? 0 : coveredWeight(name, matches) / name.weight;

const areEqual = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, at) => word === other[at]);

/**
 * How alike two names are, 0..1: the harmonic mean of how much of each is found in the other. It is 1 if, and only if,
 * they are the same words in the same order once case, accents, punctuation and legal forms are gone.
 */
export function nameSimilarity(one: ComparableName, other: ComparableName): number {
  if (areEqual(one.words, other.words)) return 1;
  const there = coverage(one, bestMatches(one, other));
  const back = coverage(other, bestMatches(other, one));
  return there + back === 0 ? 0 : Math.min(ALMOST_EQUAL, (2 * there * back) / (there + back));
}

/** Scores are told to four decimals; what differs less is equal. */
export const roundScore = (score: number): number => Math.round(score * 10_000) / 10_000;
