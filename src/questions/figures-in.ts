/** The figures of companies that count in a scope. */
import type { MetricName } from '../model/vocabularies.js';
import type { Figure } from '../snapshot/snapshot.js';
import type { Inquiry } from './ask.js';

/** A question looks at no more figures, and says so when there are more. */
const MAX_FIGURES = 5_000;

export interface FoundFigures {
  /** Of each company in order of their ids. */
  readonly figures: readonly Figure[];
  readonly truncated: boolean;
}

/** A figure that says nothing of its confidence counts with any. */
export function figuresIn(
  { snapshot, scope }: Inquiry,
  companies: readonly string[],
  counts: (metric: MetricName) => boolean = () => true,
): FoundFigures {
  const figures = companies
    .flatMap((company) => snapshot.figuresOf(company))
    .filter(({ confidence }) => confidence === undefined || scope.confidences.includes(confidence))
    .filter(({ metric }) => counts(metric));
  return { figures: figures.slice(0, MAX_FIGURES), truncated: figures.length > MAX_FIGURES };
}
