/** Which figures of companies count in a scope. */
import type { Figure } from '../snapshot/snapshot.js';
import type { Scope } from './scope.js';

/** Tells of a figure whether it is as sure as a scope asks. One that says nothing of its confidence counts with any. */
export function isSureFigureIn({ confidences }: Scope): (figure: Figure) => boolean {
  const sure = new Set(confidences);
  return ({ confidence }) => confidence === undefined || sure.has(confidence);
}
