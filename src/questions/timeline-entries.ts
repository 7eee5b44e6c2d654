/** Finds the deals, events and figures of groups of companies between two days. */
import type { DayNumber } from '../model/day.js';
import type { Inquiry } from './ask.js';
import { type FiguresRow, figureParameters, figuresOf, toFigures } from './read-figures.js';
import { readTogether } from './read-together.js';

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

// Lists cross from the engine faster than rows; the same place of two is about the same entry.
const earliestDeals = `
WITH DISTINCT flow.dealId AS id, flow.signedDay AS day
ORDER BY day, id
LIMIT $limit
RETURN collect(id) AS deals, collect(day) AS dealDays`;

// A deal inside the group is found from both of its ends.
const dealsOfOne = `
UNWIND $companies AS id
MATCH (:Company {id: id})-[flow:PAYS]-(:Company)
WHERE ${dealCounts}${earliestDeals}`;

const dealsBetween = `
UNWIND $companies AS id
MATCH (:Company {id: id})-[flow:PAYS]-(other:Company)
WHERE ${dealCounts} AND other.id IN $others${earliestDeals}`;

/** Events have no confidence, so all count. */
const eventsOfAll = `
UNWIND $members AS member
MATCH (:Company {id: member.company})<-[:CONCERNS]-(event:Event)
WHERE ${lastsAfter('event.onDay', 'event.id')}
WITH event, count(DISTINCT member.group) AS touched
WHERE touched = $groups
WITH event.id AS id, event.onDay AS day
ORDER BY day, id
LIMIT $limit
RETURN collect(id) AS events, collect(day) AS eventDays`;

/** What touches one group, two, or more of them: figures are of one, deals of one or two. */
const [ofOne, ofTwo, ofMore] = [
  readTogether(dealsOfOne, eventsOfAll, figuresOf),
  readTogether(dealsBetween, eventsOfAll),
  readTogether(eventsOfAll),
];

interface Row extends Partial<FiguresRow> {
  readonly deals?: readonly string[];
  readonly dealDays?: readonly DayNumber[];
  readonly events: readonly string[];
  readonly eventDays: readonly DayNumber[];
}

const entriesOf = (type: EntryType, ids: readonly string[] = [], days: readonly DayNumber[] = []): Entry[] =>
  ids.flatMap((id, at) => (days[at] === undefined ? [] : [{ type, id, day: days[at] }]));

/** A figure stands on the day from which it is known, which no property holds. */
function figuresAfter(row: FiguresRow, { afterDay, afterId, toDay, limit }: Stretch) {
  const { figures, truncated } = toFigures(row);
  const entries = figures
    .map(({ id, knownDay }): Entry => ({ day: knownDay, type: 'METRIC', id }))
    .filter((entry) => compareEntries(entry, { day: afterDay, id: afterId }) > 0 && entry.day <= toDay)
    .sort(compareEntries)
    .slice(0, limit);
  return { entries, truncated };
}

/** In order of time; of each sort at most as many as the stretch allows. */
export async function findEntries(
  { reader, scope }: Inquiry,
  groups: readonly Touched[],
  stretch: Stretch,
): Promise<{ entries: Entry[]; truncated: boolean }> {
  const [one, other, third] = groups;
  const ofAtMostTwo = other === undefined ? ofOne : ofTwo;
  const [row] = await reader.run<Row>(third === undefined ? ofAtMostTwo : ofMore, {
    ...stretch,
    ...figureParameters(scope, one?.members ?? []),
    companies: one?.members ?? [],
    others: other?.members ?? [],
    includeRumoured: scope.includeRumoured,
    members: groups.flatMap(({ group, members }) => members.map((company) => ({ company, group }))),
    groups: groups.length,
  });
  const figures = figuresAfter({ figures: row?.figures ?? [] }, stretch);
  const deals = entriesOf('DEAL', row?.deals, row?.dealDays);
  const events = entriesOf('EVENT', row?.events, row?.eventDays);
  return {
    entries: [...deals, ...events, ...figures.entries].sort(compareEntries),
    truncated: figures.truncated,
  };
}
