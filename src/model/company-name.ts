/** A name as names are compared: folded words without legal forms, each with how much it tells. */
import { withoutLegalForms } from './legal-forms.js';
import { isCjk, wordsOf } from './words.js';

/** Words that tell nothing of what a text is about. */
const fillWords: ReadonlySet<string> = new Set(
  'and or of the a an for in on at to by with from de la du der und et what who is are did does'.split(' '),
);
/** Words that so many names have that they tell little of which one it is. */
const commonWords: ReadonlySet<string> = new Set(
  [
    'group groupe gruppe holding holdings international global worldwide com',
    'technology technologies tech systems system solutions services service industries industry',
    'electronics electric semiconductor semiconductors manufacturing materials',
    'capital ventures venture partners partnership management investment investments fund',
    'energy power cloud data center centers centre centres digital network networks computing computer labs lab ai',
    'nasdaq nyse tse twse krx lse sse szse hkex six asx euronext',
  ].flatMap((line) => line.split(' ')),
);
const COMMON_WORD_SHARE = 0.3;
/** A Chinese, Japanese or Korean sign says as much as a few letters. */
const LETTERS_OF_SIGN = 3;

export const isFillWord = (word: string): boolean => fillWords.has(word);
export const isCommonWord = (word: string): boolean => commonWords.has(word) || fillWords.has(word);

/** How much a word of a name tells: its letters, and of a common word a part of them. */
export const weightOf = (word: string): number => {
  if (isCommonWord(word)) return word.length * COMMON_WORD_SHARE;
  return word.length * (isCjk(word) ? LETTERS_OF_SIGN : 1);
};

/** The words by which a name is compared: "NVIDIA Corp." and "Nvidia" are both nvidia. */
export const nameWordsOf = (name: string): readonly string[] => withoutLegalForms(wordsOf(name));
