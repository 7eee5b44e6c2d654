/** The deals around which loops are looked for where not all payments may be read: the latest that pay for no goods. */
import type { DayNumber } from '../model/day.js';
import { dealKinds } from '../model/registry.js';
import type { FlowEdge, Snapshot } from '../snapshot/snapshot.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** How many there are of each kind. */
const MOST_OF_A_KIND = 200;

/** A chain of supply alone seldom comes back to where it began. */
const startingKinds = dealKinds
  .filter(({ casts }) => casts.every(({ flow }) => flow === 'PAYS'))
  .map(({ code }) => code);

/** Of each kind all payments, the latest first. */
type Latest = readonly (readonly FlowEdge[])[];

const latestFirst = ({ relationship: one }: FlowEdge, { relationship: other }: FlowEdge): number =>
  other.signedDay - one.signedDay || (one.id < other.id ? -1 : 1);

async function sortPayments(snapshot: Snapshot): Promise<Latest> {
  const found = new Map(startingKinds.map((kind): [string, FlowEdge[]] => [kind, []]));
  let steps = 0;
  for (const payer of snapshot.sourcesOf('PAYS')) {
    for (const edge of snapshot.edgesFrom(payer, 'PAYS')) {
      steps += 1;
      if (steps % STEPS_PER_TURN === 0) await yieldToOthers();
      found.get(edge.relationship.kind)?.push(edge);
    }
  }
  return [...found.values()].map((edges) => edges.sort(latestFirst));
}

/** It takes a look at every payment, so it is done once for all who ask of the same snapshot. */
const sorted = new WeakMap<Snapshot, Promise<Latest>>();

function latestIn(snapshot: Snapshot): Promise<Latest> {
  const known = sorted.get(snapshot) ?? sortPayments(snapshot);
  sorted.set(snapshot, known);
  return known;
}

/** Of those of one kind. */
function latestUpTo(day: DayNumber, payments: readonly FlowEdge[]): readonly FlowEdge[] {
  const start = payments.findIndex(({ relationship }) => relationship.signedDay <= day);
  return start < 0 ? [] : payments.slice(start, start + MOST_OF_A_KIND);
}

/** The latest up to a day. */
export async function startingDeals(snapshot: Snapshot, day: DayNumber): Promise<FlowEdge[]> {
  const latest = await latestIn(snapshot);
  return latest.flatMap((edges) => latestUpTo(day, edges));
}
