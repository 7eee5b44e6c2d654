/** Finds the deals, events and figures of groups of companies between two days, each sort in its own order of time. */
import type { DayNumber } from '../model/day.js';
import type { Inquiry } from './ask.js';
import { readFigures } from './read-figures.js';

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

/** A group and all its companies. */
export interface Touched {
  readonly group: string;
  readonly members: readonly string[];
}

export const compareEntries = (one: Omit<Entry, 'type'>, other: Omit<Entry, 'type'>): number =>
  one.day - other.day || (one.id === other.id ? 0 : one.id < other.id ? -1 : 1);

const lastsAfter = (day: string, id: string): string =>
  `(${day} > $afterDay OR (${day} = $afterDay AND ${id} > $afterId)) AND ${day} <= $toDay`;

const dealCounts = `${lastsAfter('flow.signedDay', 'flow.dealId')}
  AND flow.confidence IN $confidences AND (flow.rumoured = false OR $includeRumoured)`;

// A deal inside the group is found from both of its ends.
const dealsOfOne = `
UNWIND $companies AS id
MATCH (:Company {id: id})-[flow:PAYS]-(:Company)
WHERE ${dealCounts}
RETURN DISTINCT flow.dealId AS id, flow.signedDay AS day
ORDER BY day, id
LIMIT $limit`;

const dealsBetween = `
UNWIND $companies AS id
MATCH (:Company {id: id})-[flow:PAYS]-(other:Company)
WHERE ${dealCounts} AND other.id IN $others
RETURN DISTINCT flow.dealId AS id, flow.signedDay AS day
ORDER BY day, id
LIMIT $limit`;

const eventsOfAll = `
UNWIND $members AS member
MATCH (:Company {id: member.company})<-[:CONCERNS]-(event:Event)
WHERE ${lastsAfter('event.onDay', 'event.id')}
WITH event, count(DISTINCT member.group) AS touched
WHERE touched = $groups
RETURN event.id AS id, event.onDay AS day
ORDER BY day, id
LIMIT $limit`;

type Row = Omit<Entry, 'type'>;

/** Deals touch one group or two: between more than two there is none. */
export async function findDeals(
  { reader, scope }: Inquiry,
  groups: readonly Touched[],
  stretch: Stretch,
): Promise<Entry[]> {
  const [one, other, third] = groups;
  if (one === undefined || third !== undefined) return [];
  const rows = await reader.run<Row>(other === undefined ? dealsOfOne : dealsBetween, {
    ...stretch,
    companies: one.members,
    others: other?.members ?? [],
    confidences: scope.confidences,
    includeRumoured: scope.includeRumoured,
  });
  return rows.map((row) => ({ ...row, type: 'DEAL' }));
}

/** Events have no confidence, so all count. */
export async function findEvents(
  { reader }: Inquiry,
  groups: readonly Touched[],
  stretch: Stretch,
): Promise<Entry[]> {
  const members = groups.flatMap(({ group, members }) => members.map((company) => ({ company, group })));
  const rows = await reader.run<Row>(eventsOfAll, { ...stretch, members, groups: groups.length });
  return rows.map((row) => ({ ...row, type: 'EVENT' }));
}

/** A figure touches one group only. It stands on the day from which it is known, which no property holds. */
export async function findFigures(
  inquiry: Inquiry,
  groups: readonly Touched[],
  { afterDay, afterId, toDay, limit }: Stretch,
): Promise<{ entries: Entry[]; truncated: boolean }> {
  const [only, other] = groups;
  if (only === undefined || other !== undefined) return { entries: [], truncated: false };
  const { figures, truncated } = await readFigures(inquiry, only.members);
  const entries = figures
    .map(({ id, knownDay }): Entry => ({ day: knownDay, type: 'METRIC', id }))
    .filter((entry) => compareEntries(entry, { day: afterDay, id: afterId }) > 0 && entry.day <= toDay)
    .sort(compareEntries)
    .slice(0, limit);
  return { entries, truncated };
}
