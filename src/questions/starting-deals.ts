/**
 * The deals around which loops are looked for where not all payments may be read: the latest that pay for no goods.
 *
 * To find them takes a look at every payment there is, a few hundred milliseconds for a million, in turns. That is done
 * once for all who ask of the same snapshot, so the first who asks after a write waits for it, whatever the day.
 */
import type { DayNumber } from '../model/day.js';
import { dealKinds } from '../model/registry.js';
import type { FlowEdge, Snapshot } from '../snapshot/snapshot.js';
import { shareWork } from '../store/shared-work.js';
import { compareIds } from './compare-ids.js';
import { type FirstFew, keepFirst } from './keep-first.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** How many there are of each kind. */
const MOST_OF_A_KIND = 200;

/** A chain of supply alone seldom comes back to where it began. */
const startingKinds = dealKinds
  .filter(({ casts }) => casts.every(({ flow }) => flow === 'PAYS'))
  .map(({ code }) => code);

interface Candidate {
  readonly id: string;
  readonly edge: FlowEdge;
}

/** Of one kind, by the days on which they were signed: the first by id, no more of a day than can be used. */
type Calendar = Map<DayNumber, FirstFew<Candidate>>;

const byId = (one: Candidate, other: Candidate): number => compareIds(one.id, other.id);

function addTo(calendar: Calendar, day: DayNumber, candidate: Candidate): void {
  const ofDay = calendar.get(day) ?? keepFirst(MOST_OF_A_KIND, byId);
  calendar.set(day, ofDay);
  ofDay.add(candidate);
}

async function readCalendars(snapshot: Snapshot, signal: AbortSignal): Promise<Calendar[]> {
  const calendars = new Map(startingKinds.map((kind): [string, Calendar] => [kind, new Map()]));
  let steps = 0;
  for (const payer of snapshot.sourcesOf('PAYS')) {
    for (const edge of snapshot.edgesFrom(payer, 'PAYS')) {
      steps += 1;
      if (steps % STEPS_PER_TURN === 0) await yieldToOthers(signal);
      const { id, kind, signedDay } = edge.relationship;
      const calendar = calendars.get(kind);
      if (calendar !== undefined) addTo(calendar, signedDay, { id, edge });
    }
  }
  return [...calendars.values()];
}

type ReadShared = (signal: AbortSignal | undefined) => Promise<readonly Calendar[]>;

/** Reads once for all who ask; for nobody any more once all of them have called it off. */
function shareReading(snapshot: Snapshot): ReadShared {
  let known: readonly Calendar[] | undefined;
  const join = shareWork<undefined, readonly Calendar[]>({
    atOnce: 1,
    fits: () => true,
    async run(_requests, { signal }) {
      known ??= await readCalendars(snapshot, signal);
      return known;
    },
  });
  return async (signal) => known ?? join(undefined, signal);
}

const shared = new WeakMap<Snapshot, ReadShared>();

function calendarsOf(snapshot: Snapshot, signal: AbortSignal | undefined): Promise<readonly Calendar[]> {
  const read = shared.get(snapshot) ?? shareReading(snapshot);
  shared.set(snapshot, read);
  return read(signal);
}

function latestUpTo(day: DayNumber, calendar: Calendar): FlowEdge[] {
  const latest: FlowEdge[] = [];
  const days = [...calendar.keys()].filter((other) => other <= day).sort((one, other) => other - one);
  for (const other of days) {
    if (latest.length >= MOST_OF_A_KIND) break;
    for (const { edge } of calendar.get(other)?.all() ?? []) latest.push(edge);
  }
  return latest.slice(0, MOST_OF_A_KIND);
}

/** Of each kind the latest up to a day, of one day in order of their ids. */
export async function startingDeals(
  snapshot: Snapshot,
  day: DayNumber,
  signal?: AbortSignal,
): Promise<FlowEdge[]> {
  const calendars = await calendarsOf(snapshot, signal);
  return calendars.flatMap((calendar) => latestUpTo(day, calendar));
}
