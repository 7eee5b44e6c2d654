/** Finds the deals, events and figures of groups of companies between two days. */
import type { DayNumber } from '../model/day.js';
import type { Inquiry } from './ask.js';
import { figuresIn } from './figures-in.js';
import { edgesAlong, otherEnd } from './read-flows.js';
import { isSureIn } from './scope.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

export type EntryType = 'DEAL' | 'EVENT' | 'METRIC';

export interface Entry {
  readonly day: DayNumber;
  readonly type: EntryType;
  readonly id: string;
}

/** Entries after the one place and up to the last day; a place is a day and, of that day, the id that was read last. */
export interface Stretch {
  readonly afterDay: DayNumber;
  readonly afterId: string;
  readonly toDay: DayNumber;
  readonly limit: number;
}

/** All companies of a group. */
export type Members = readonly string[];

/** Where an entry stands in time. */
type Place = Pick<Entry, 'day' | 'id'>;

export const compareEntries = (one: Place, other: Place): number =>
  one.day - other.day || (one.id === other.id ? 0 : one.id < other.id ? -1 : 1);

const isIn = ({ afterDay, afterId, toDay }: Stretch, place: Place): boolean =>
  place.day <= toDay && compareEntries(place, { day: afterDay, id: afterId }) > 0;

/** The deals of one group, or those between two of them; one inside the group is met at both of its ends. */
async function dealsOf(
  { snapshot, scope, signal }: Inquiry,
  members: Members,
  others: ReadonlySet<string> | undefined,
  stretch: Stretch,
): Promise<Entry[]> {
  const isSure = isSureIn(scope);
  const found = new Map<string, Entry>();
  let steps = 0;
  for (const way of ['OUT', 'IN'] as const) {
    const edgesOf = edgesAlong(snapshot, 'PAYS', way);
    for (const company of members) {
      for (const edge of edgesOf(company)) {
        steps += 1;
        if (steps % STEPS_PER_TURN === 0) await yieldToOthers(signal);
        if (others !== undefined && !others.has(otherEnd(edge, way))) continue;
        const { id, signedDay: day } = edge.relationship;
        if (isSure(edge.relationship) && isIn(stretch, { day, id })) found.set(id, { type: 'DEAL', id, day });
      }
    }
  }
  return [...found.values()];
}

/** The events that name a company of each group. Events have no confidence, so all count. */
function eventsOf({ snapshot }: Inquiry, groups: readonly Members[], stretch: Stretch): Entry[] {
  const [first, ...others] = groups.map(
    (members) =>
      new Map(members.flatMap((company) => snapshot.occurrencesOf(company)).map((one) => [one.id, one])),
  );
  return [...(first?.values() ?? [])]
    .filter(({ id }) => others.every((events) => events.has(id)))
    .filter((event) => isIn(stretch, event))
    .map(({ id, day }) => ({ type: 'EVENT', id, day }));
}

/** A figure stands on the day from which it is known. */
function figuresAfter(inquiry: Inquiry, members: Members, stretch: Stretch) {
  const { figures, truncated } = figuresIn(inquiry, members);
  const entries = figures
    .map(({ id, knownDay }): Entry => ({ day: knownDay, type: 'METRIC', id }))
    .filter((entry) => isIn(stretch, entry));
  return { entries, truncated };
}

export interface FoundEntries {
  readonly entries: readonly Entry[];
  readonly truncated: boolean;
}

/** In order of time, at most as many as the stretch allows. What touches several groups: figures are of one, deals of one or two. */
export async function findEntries(
  inquiry: Inquiry,
  groups: readonly Members[],
  stretch: Stretch,
): Promise<FoundEntries> {
  const [one = [], other] = groups;
  const deals = groups.length > 2 ? [] : await dealsOf(inquiry, one, other && new Set(other), stretch);
  const figures = groups.length > 1 ? undefined : figuresAfter(inquiry, one, stretch);
  const entries = [...deals, ...eventsOf(inquiry, groups, stretch), ...(figures?.entries ?? [])];
  return {
    entries: entries.sort(compareEntries).slice(0, stretch.limit),
    truncated: figures?.truncated ?? false,
  };
}
