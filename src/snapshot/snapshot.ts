/** The graph as questions see it: who deals with whom, and what that is worth, in one state of the ledger. */
import type { DayNumber } from '../model/day.js';
import type { Exchange } from '../model/exchange.js';
import type { Flow } from '../model/kind.js';
import type { Money } from '../model/money.js';
import type { Period } from '../model/period.js';
import type { Confidence, MetricName } from '../model/vocabularies.js';
import type { Groups } from './groups.js';

/** A record that casts flows, as far as questions go by it. Two objects may stand for one record: compare their ids. */
export interface Relationship extends Period {
  readonly id: string;
  /** The code of its kind. */
  readonly kind: string;
  readonly category: string;
  readonly confidence: Confidence;
  readonly isRumoured: boolean;
  /** Whether an announcement began it; standing links have none. */
  readonly isAnnounced: boolean;
  readonly amount: Money | undefined;
  /** The share that it gives control by; undefined where it is none, or not known. */
  readonly stakePercent: number | undefined;
}

/** A flow from one company to another. */
export interface FlowEdge {
  readonly flow: Flow;
  readonly from: string;
  readonly to: string;
  readonly relationship: Relationship;
}

/** A metric of a company, and when it became known. */
export interface Figure {
  readonly id: string;
  readonly company: string;
  /** The part of the company that it is of; undefined is all of it. */
  readonly segment: string | undefined;
  readonly metric: MetricName;
  readonly period: string;
  readonly amount: Money;
  /** Undefined counts with any. */
  readonly confidence: Confidence | undefined;
  readonly endDay: DayNumber;
  readonly knownDay: DayNumber;
}

export interface Occurrence {
  readonly id: string;
  readonly day: DayNumber;
  readonly companies: readonly string[];
}

/** It never changes: who holds it sees one state however long that takes. Lists are in order of their records' ids. */
export interface Snapshot {
  /** The number of the last change that it knows of. */
  readonly sequence: number;
  hasCompany(id: string): boolean;
  /** The companies that something flows from. */
  sourcesOf(flow: Flow): Iterable<string>;
  edgesFrom(company: string, flow: Flow): readonly FlowEdge[];
  edgesTo(company: string, flow: Flow): readonly FlowEdge[];
  /** How many edges that is. */
  countFrom(company: string, flow: Flow): number;
  countTo(company: string, flow: Flow): number;
  /** How many edges of the flow there are. */
  count(flow: Flow): number;
  /** Who belongs to whom on a day. */
  groupsOn(day: DayNumber): Groups;
  figuresOf(company: string): readonly Figure[];
  occurrencesOf(company: string): readonly Occurrence[];
  readonly exchange: Exchange;
}
