/** Legal forms of companies, which tell where a company is registered and not which one it is. */
import { isCjk } from './words.js';

// The usual ones of ISO 20275, the list of entity legal forms that GLEIF keeps, as `wordsOf` gives them.
const lastWords: ReadonlySet<string> = new Set(
  [
    'inc incorporated corp corporation co company cos companies ltd limited llc llp lp plc pbc lllp',
    'pty proprietary pvt private pte bhd berhad sdn tbk',
    'gmbh mbh ag kg kgaa se ev ug ohg gbr',
    'sa sas sasu sarl sca snc sl slu srl spa sapa scrl sprl ltda eirl',
    'nv bv cv vof ab as asa oy oyj aps hf ehf',
    'kk gk sro spzoo zrt kft nyrt doo ad ead ood eood',
    'jsc pjsc cjsc ojsc ooo oao pao zao ао оао ооо пао зао тоо',
    'αε εε οε επε ικε',
    'fze fzco fzc wll saog psc 株 주',
  ].flatMap((line) => line.split(' ')),
);
/** Forms of several words, each written with spaces. */
const lastPhrases = [
  'sa de cv',
  'sab de cv',
  's de rl de cv',
  'sp z oo',
  'a s',
  's a',
  'c a',
  'd o o',
  's r o',
  'public limited',
];
const firstWords: ReadonlySet<string> = new Set('the pt ooo oao pao zao ао оао ооо пао зао 株 주'.split(' '));

/** Joined to a Chinese, Japanese or Korean name without a space; the longest first. */
const cjkForms = [
  ['股份有限公司', '有限责任公司', '有限責任公司', '有限公司', '公司', '集团', '集團'],
  ['株式会社', '有限会社', '合同会社', 'グループ', 'ホールディングス'],
  ['주식회사', '유한회사', '그룹'],
].flat();

function withoutCjkForm(word: string): string {
  if (!isCjk(word)) return word;
  const last = cjkForms.find((form) => word.endsWith(form));
  const front = last === undefined ? word : word.slice(0, word.length - last.length);
  const first = cjkForms.find((form) => front.startsWith(form));
  return first === undefined ? front : front.slice(first.length);
}

function lengthOfLastForm(words: readonly string[]): number {
  const phrase = lastPhrases.find((form) => ` ${words.join(' ')}`.endsWith(` ${form}`));
  if (phrase !== undefined) return phrase.split(' ').length;
  return lastWords.has(words.at(-1) ?? '') ? 1 : 0;
}

/** The words of a name without its legal forms; a name of nothing else keeps them. */
export function withoutLegalForms(words: readonly string[]): readonly string[] {
  let rest = words.map(withoutCjkForm).filter((word) => word !== '');
  if (firstWords.has(rest[0] ?? '')) rest = rest.slice(1);
  for (let length = lengthOfLastForm(rest); length > 0; length = lengthOfLastForm(rest)) {
    rest = rest.slice(0, -length);
  }
  return rest.length === 0 ? words : rest;
}
