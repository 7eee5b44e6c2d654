/** What part of the graph a question looks at: the deals in force on a day, and how sure they are. */
import { type Day, type DayNumber, firstDayOf, today } from '../model/day.js';
import { supplyKinds } from '../model/registry.js';
import { type Confidence, confidence } from '../model/vocabularies.js';
import { type ValueOf, vocabulary } from '../model/vocabulary.js';
import type { Relationship } from '../snapshot/snapshot.js';

export const basis = vocabulary('Basis', 'From when on a deal counts.', {
  SIGNED: 'From its announcement on: what has been agreed.',
  DELIVERING: 'From its start on: what is at work.',
});
export type Basis = ValueOf<typeof basis>;

export interface Scope {
  readonly day: DayNumber;
  readonly basis: Basis;
  /** The surest first; a deal counts if its confidence is among them. */
  readonly confidences: readonly Confidence[];
  readonly includeRumoured: boolean;
  /** Whether a group of companies counts as one. */
  readonly rollUp: boolean;
  /** The codes of the kinds of deal that count. */
  readonly kinds: readonly string[];
}

/** How a question may be asked; what is left out has the value that most people mean. */
export interface ScopeInput {
  readonly on?: Day;
  readonly basis?: Basis;
  readonly minConfidence?: Confidence;
  readonly includeRumoured?: boolean;
  readonly rollUp?: boolean;
  readonly kinds?: readonly string[];
}

export function scopeOf(input: ScopeInput, now?: Date): Scope {
  const least = input.minConfidence ?? 'ESTIMATED';
  return {
    // A question about a month or a year is about its first day.
    day: firstDayOf(input.on ?? today(now)),
    basis: input.basis ?? 'SIGNED',
    confidences: confidence.values.slice(0, confidence.values.indexOf(least) + 1),
    includeRumoured: input.includeRumoured ?? false,
    rollUp: input.rollUp ?? true,
    kinds: input.kinds ?? supplyKinds.map((kind) => kind.code),
  };
}

/** The day from which a relationship counts. */
export const startDays = { SIGNED: 'signedDay', DELIVERING: 'fromDay' } as const satisfies Record<
  Basis,
  keyof Relationship
>;

type Counts = (relationship: Relationship) => boolean;

/** Tells of a relationship whether it is as sure as a scope asks. */
export function isSureIn({ confidences, includeRumoured }: Scope): Counts {
  const sure = new Set(confidences);
  return ({ confidence, isRumoured }) => (includeRumoured || !isRumoured) && sure.has(confidence);
}

/** Tells of a relationship whether it counts in a scope. */
export function countsIn(scope: Scope): Counts {
  const { day } = scope;
  const startDay = startDays[scope.basis];
  const kinds = new Set(scope.kinds);
  const isSure = isSureIn(scope);
  return (relationship) =>
    relationship[startDay] <= day &&
    relationship.toDay >= day &&
    kinds.has(relationship.kind) &&
    isSure(relationship);
}
