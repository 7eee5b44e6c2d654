/** How well a name fits a record, by the one of its names that fits best. */
import type { AnyRecord } from '../model/kind.js';
import { kindOf } from '../model/registry.js';
import { wordsOf } from '../model/words.js';
import { type ComparableName, nameSimilarity, toComparableName } from './name-similarity.js';
import { type SearchableText, searchableTexts } from './searchable-texts.js';

interface NameScore {
  /** 0..1; 1 for the same name. */
  readonly score: number;
  /** The name, alias, ticker or id that fits best. */
  readonly name: string;
}

const afterColon = (code: string): string => code.slice(code.indexOf(':') + 1);

/** Whether words are this code, or its last part: NVDA is NASDAQ:NVDA. */
export const isCode = (words: readonly string[], code: string): boolean => {
  const written = words.join(' ');
  return [code, afterColon(code)].some((text) => wordsOf(text).join(' ') === written);
};

function scoreText(name: ComparableName, { text, role }: SearchableText): number {
  if (role === 'DESCRIPTION') return 0;
  if (role === 'CODE') return isCode(name.words, text) ? 1 : 0;
  return nameSimilarity(name, toComparableName(text));
}

/** The best of a record's names for this one; of equals the one that weighs most. */
export function scoreName(name: ComparableName, record: AnyRecord): NameScore {
  let best: NameScore = { score: 0, name: record.id };
  for (const text of searchableTexts(kindOf(record.kind), record)) {
    const score = scoreText(name, text);
    if (score > best.score) best = { score, name: text.text };
  }
  return best;
}
