/**
 * What the text index of either engine holds of a record: its words, and the trigrams of the words of its names,
 * so that a misspelt name still shares most of its trigrams with the right one.
 */
import type { AnyRecord, Kind } from '../model/kind.js';

/** A field that weighs at least this much names the record; the others only describe it. */
const NAME_WEIGHT = 8;
const GRAM_LENGTH = 3;
/** Marks a trigram, so that it can't be taken for a word. */
const GRAM_MARK = 'q0';
/** Stands for the start and the end of a word. */
const WORD_EDGE = '0';

/** The words of a text without case, accents and punctuation: "Société Générale" is societe, generale. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** The trigrams of a word, its edges included: "aws" is 0aw, aws, ws0. */
export function trigramsOf(word: string): string[] {
  const letters = [WORD_EDGE, ...word, WORD_EDGE];
  return letters
    .slice(0, letters.length - GRAM_LENGTH + 1)
    .map((_, at) => letters.slice(at, at + GRAM_LENGTH).join(''));
}

const gramsOf = (text: string): string[] =>
  wordsOf(text).flatMap((word) => trigramsOf(word).map((gram) => `${GRAM_MARK}${gram}`));

const textsOf = (record: AnyRecord, name: string): readonly string[] => {
  const value = record[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [];
};

/** The texts of a record that can be searched, each with the weight of its field. */
export const searchableTexts = (kind: Kind, record: AnyRecord): { text: string; weight: number }[] =>
  Object.entries(kind.fields).flatMap(([name, field]) =>
    field.type === 'text' && field.searchWeight > 0
      ? textsOf(record, name).map((text) => ({ text, weight: field.searchWeight }))
      : [],
  );

/** The words and trigrams under which a record is found. */
export function searchTextOf(kind: Kind, record: AnyRecord): string {
  const terms = searchableTexts(kind, record).flatMap(({ text, weight }) =>
    weight >= NAME_WEIGHT ? [...wordsOf(text), ...gramsOf(text)] : wordsOf(text),
  );
  return [...wordsOf(record.id), ...terms].join(' ');
}

/** The words and trigrams to look for when somebody searches for a text. */
export const searchTermsOf = (text: string): string => [...wordsOf(text), ...gramsOf(text)].join(' ');
