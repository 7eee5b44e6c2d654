/** All that a snapshot tells, as plain values that can be compared. */
import { type Day, firstDayOf } from '../../src/model/day.js';
import { allFlows } from '../../src/questions/flow-cover.js';
import type { Snapshot } from '../../src/snapshot/snapshot.js';

const days = ['2019-06-30', '2024-01-01', '2026-01-01'].map((day) => firstDayOf(day as Day));

const tellCompany = (snapshot: Snapshot, id: string) => ({
  isThere: snapshot.hasCompany(id),
  from: allFlows.map((flow) => snapshot.edgesFrom(id, flow)),
  to: allFlows.map((flow) => snapshot.edgesTo(id, flow)),
  figures: snapshot.figuresOf(id),
  occurrences: snapshot.occurrencesOf(id),
  groups: days.map((day) => snapshot.groupsOn(day).groupOf(id)),
});

/** Of these companies, and of the currencies that amounts are in. */
export const tellSnapshot = (
  snapshot: Snapshot,
  companies: readonly string[],
  currencies: readonly string[],
) => ({
  sequence: snapshot.sequence,
  counts: allFlows.map((flow) => snapshot.count(flow)),
  sources: allFlows.map((flow) => [...snapshot.sourcesOf(flow)].sort()),
  companies: companies.map((id) => [id, tellCompany(snapshot, id)]),
  rates: currencies.map((currency) =>
    days.map((day) => snapshot.exchange.toUsd({ value: 1_000_000n, currency }, day)),
  ),
});
