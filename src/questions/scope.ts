/** What part of the graph a question looks at: the deals in force on a day, and how sure they are. */
import { type Day, type DayNumber, firstDayOf, today } from '../model/day.js';
import type { Flow } from '../model/kind.js';
import { kinds, supplyKinds } from '../model/registry.js';
import { type Confidence, confidence } from '../model/vocabularies.js';
import { type ValueOf, vocabulary } from '../model/vocabulary.js';
import type { Parameters } from '../store/graph-store.js';

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

/** The property of a flow with the day from which it counts. */
export const startDays: Readonly<Record<Basis, string>> = { SIGNED: 'signedDay', DELIVERING: 'fromDay' };

const inForce = (basis: Basis): string =>
  `flow.${startDays[basis]} <= $day AND flow.toDay >= $day AND (flow.rumoured = false OR $includeRumoured)`;
const ofKinds = ' AND flow.kind IN $kinds';
const sureEnough = ' AND flow.confidence IN $confidences';

const takesAllOf = (flows: readonly Flow[], scope: Scope): boolean =>
  kinds.every(
    ({ code, casts }) => scope.kinds.includes(code) || casts.every(({ flow }) => !flows.includes(flow)),
  );

/**
 * Holds for a relationship `flow`, one of these flows, that counts in a scope; `scopeParameters` gives its parameters. What
 * leaves nothing out in that scope is not asked of each relationship.
 */
export const flowCountsIn = (scope: Scope, ...flows: readonly Flow[]): string =>
  inForce(scope.basis) +
  (takesAllOf(flows, scope) ? '' : ofKinds) +
  (scope.confidences.length === confidence.values.length ? '' : sureEnough);

export const scopeParameters = ({ day, kinds, confidences, includeRumoured }: Scope): Parameters => ({
  day,
  kinds,
  confidences,
  includeRumoured,
});
