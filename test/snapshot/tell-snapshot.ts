/** All that a snapshot tells, as plain values that can be compared. */
import { type Day, firstDayOf } from '../../src/model/day.js';
import { allFlows } from '../../src/model/kind.js';
import type { FlowEdge, Snapshot } from '../../src/snapshot/snapshot.js';

const days = ['2019-06-30', '2024-01-01', '2026-01-01'].map((day) => firstDayOf(day as Day));

/** Plain: what an edge tells it may work out when it is asked. */
const tellEdge = ({ flow, from, to, relationship }: FlowEdge) => {
  const { id, kind, category, signedDay, fromDay, toDay, confidence } = relationship;
  const { isRumoured, isAnnounced, amount, stakePercent } = relationship;
  const days = [signedDay, fromDay, toDay];
  return {
    flow,
    from,
    to,
    id,
    kind,
    category,
    days,
    confidence,
    isRumoured,
    isAnnounced,
    amount,
    stakePercent,
  };
};

const tellCompany = (snapshot: Snapshot, id: string) => ({
  isThere: snapshot.hasCompany(id),
  from: allFlows.map((flow) => snapshot.edgesFrom(id, flow).map(tellEdge)),
  to: allFlows.map((flow) => snapshot.edgesTo(id, flow).map(tellEdge)),
  counts: allFlows.map((flow) => [snapshot.countFrom(id, flow), snapshot.countTo(id, flow)]),
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
