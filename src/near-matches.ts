/** Offers what somebody probably meant. */
import { distance } from 'fastest-levenshtein';

const MOST = 3;

/** The candidates that are close enough to be a slip of the pen, nearest first. */
export function nearMatches(text: string, candidates: Iterable<string>): string[] {
  const threshold = Math.max(2, Math.floor(text.length * 0.4));
  const near: { candidate: string; edits: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) > threshold) continue;
    const edits = distance(text, candidate);
    if (edits <= threshold) near.push({ candidate, edits });
  }
  return near
    .sort((one, other) => one.edits - other.edits || one.candidate.localeCompare(other.candidate))
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** The same of the closest of those that there are; where none is close, all of them: `; the sections are a, b`. */
export const oneOf = (text: string, known: readonly string[], all: string): string =>
  didYouMean(nearMatches(text, known)) || `; ${all} ${known.join(', ')}`;

/** `; did you mean "a" or "b"?`, or nothing. */
export const didYouMean = (matches: readonly string[]): string =>
  matches.length === 0 ? '' : `; did you mean ${matches.map((match) => `"${match}"`).join(' or ')}?`;
