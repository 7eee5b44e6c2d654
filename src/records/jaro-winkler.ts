/**
 * How alike two words are, for words of names: the measure of Jaro with the bonus of Winkler for a common beginning,
 * from Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage"
 * (1990). It is written out here, for the packages that offer it search a wider window than the paper does.
 */

const PREFIX_SCALE = 0.1;
const MAX_PREFIX = 4;

/** Which letters of `one` have an equal one in `other` not too far away; each letter pairs once. */
function pairLetters(one: string, other: string): { fromOne: string[]; fromOther: string[] } {
  const window = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const isTaken = new Uint8Array(other.length);
  const fromOne: string[] = [];
  for (let at = 0; at < one.length; at += 1) {
    const end = Math.min(other.length, at + window + 1);
    for (let to = Math.max(0, at - window); to < end; to += 1) {
      if (isTaken[to] === 1 || one[at] !== other[to]) continue;
      isTaken[to] = 1;
      fromOne.push(one[at] as string);
      break;
    }
  }
  return { fromOne, fromOther: other.split('').filter((_, at) => isTaken[at] === 1) };
}

/** Jaro's measure: 1 for equal words, 0 for words without a common letter. */
export function jaro(one: string, other: string): number {
  if (one === other) return 1;
  const { fromOne, fromOther } = pairLetters(one, other);
  const common = fromOne.length;
  if (common === 0) return 0;
  const transpositions = fromOne.filter((letter, at) => letter !== fromOther[at]).length / 2;
  return (common / one.length + common / other.length + (common - transpositions) / common) / 3;
}

/** Jaro's measure, raised for up to four letters at the start that agree; 0..1. */
export function jaroWinkler(one: string, other: string): number {
  const similarity = jaro(one, other);
  let prefix = 0;
  while (prefix < MAX_PREFIX && prefix < one.length && one[prefix] === other[prefix]) prefix += 1;
  return similarity + prefix * PREFIX_SCALE * (1 - similarity);
}
