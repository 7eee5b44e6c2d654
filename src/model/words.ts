/** The words of a text, the same for all that indexes or compares texts: without case, accents and punctuation. */

/** Letters that Unicode does not take apart into a letter and its mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const foldableLetters = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu');

/** Accents that any script may carry, but not the voicing marks that tell Japanese syllables apart. */
const accents = /(?![\u3099\u309a])\p{Script=Inherited}/gu;
/** S.A., U.S. and the like: letters with dots are one word. */
const initials = /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}?(?![\p{L}\p{N}])/gu;
const possessive = /['’]s(?![\p{L}\p{N}])/gu;
const outsideWords = /[^\p{L}\p{N}\p{M}]+/u;
const cjk = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}';
const sameWriting = new RegExp(`[${cjk}]+|[^${cjk}]+`, 'gu');
const cjkStart = new RegExp(`^[${cjk}]`, 'u');

const fold = (text: string): string =>
  text
    // Taken apart, it would become letters of the name.
    .replace(/[™℠]/gu, ' ')
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(foldableLetters, (letter) => PLAIN_LETTERS[letter] ?? letter);

/** Whether a word is Chinese, Japanese or Korean: written in syllables or signs, and mostly without spaces. */
export const isCjk = (word: string): boolean => cjkStart.test(word);

/** Most texts are unaccented Latin, without initials and apostrophes: for those all the folding would change nothing. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text) && !/'|\.\S/.test(text);
const plainWords = /[a-z0-9]+/g;

/**
 * The words of a text in order: "Société Générale S.A." is societe, generale, sa. A Chinese, Japanese or Korean run of
 * characters is one word, apart from letters of other scripts beside it.
 */
export function wordsOf(text: string): string[] {
  if (isPlain(text)) return text.toLowerCase().match(plainWords) ?? [];
  return fold(text)
    .replace(possessive, '')
    .replace(initials, (letters) => letters.replaceAll('.', ''))
    .split(outsideWords)
    .flatMap((word) => word.match(sameWriting) ?? []);
}
