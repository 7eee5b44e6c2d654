/** What happened to a company, or between several, in order of time: deals, events and figures. */
import { validationFailed } from '../errors.js';
import { type Day, type DayNumber, FIRST_DAY, firstDayOf, lastDayOf, OPEN_DAY } from '../model/day.js';
import { toDay } from '../model/day-text.js';
import type { WorkOptions } from '../store/graph-store.js';
import { ask, type Graph } from './ask.js';
import { checkRange } from './check-arguments.js';
import { type ScopeInput, scopeOf } from './scope.js';
import { cursorOf, placeOf } from './timeline-cursor.js';
import { compareEntries, type Entry, type EntryType, findEntries, type Stretch } from './timeline-entries.js';

export const DEFAULT_ENTRIES = 100;
export const MAX_ENTRIES = 500;
/** What happened to more companies at once than this, no record says. */
export const MAX_COMPANIES = 20;

/** `on` tells only who belongs to whom; what is over stays in the past that a timeline tells of. */
export interface TimelineQuestion
  extends Pick<ScopeInput, 'on' | 'minConfidence' | 'includeRumoured' | 'rollUp'> {
  /** The companies that an entry touches, all of them. */
  readonly of: readonly string[];
  /** From its first day on; left out: from the beginning. */
  readonly from?: Day;
  /** Until its last day; left out: without end. */
  readonly to?: Day;
  /** How many entries at most: from 1 to 500, 100 unless given. */
  readonly first?: number;
  /** The `endCursor` of the page before. */
  readonly after?: string;
}

export interface TimelineEntry {
  /** The first day of a deal's `announcedOn`, else of its `startsOn`, or of an event; for a metric, from when it is known. */
  readonly day: Day;
  readonly type: EntryType;
  readonly id: string;
}

export interface Timeline {
  readonly of: readonly string[];
  /** By day, then by id. */
  readonly entries: readonly TimelineEntry[];
  /** What to ask for the next page with; null where there are no entries. */
  readonly endCursor: string | null;
  /** How many deals were looked at. */
  readonly explored: number;
  /** Whether there is more after the last entry. */
  readonly truncated: boolean;
}

function checkCompanies(of: readonly string[]): void {
  if (of.length >= 1 && of.length <= MAX_COMPANIES) return;
  throw validationFailed(`of names ${of.length} companies; name 1 to ${MAX_COMPANIES}`, { path: ['of'] });
}

/** What has no day at all, and is stored with the first one, has no place in time. */
const EARLIEST: DayNumber = FIRST_DAY + 1;

function stretchOf({ from, to, after }: TimelineQuestion, limit: number): Stretch {
  const fromDay = from === undefined ? EARLIEST : firstDayOf(from);
  const lastDay = to === undefined ? OPEN_DAY : lastDayOf(to);
  if (fromDay > lastDay) throw validationFailed(`from ${from} is after to ${to}`, { path: ['to'] });
  const start = { day: fromDay, id: '' };
  const place = after === undefined ? start : placeOf(after);
  return { after: compareEntries(place, start) > 0 ? place : start, toDay: lastDay, limit };
}

const toEntry = ({ day, type, id }: Entry): TimelineEntry => ({ day: toDay(day), type, id });

/**
 * Deals, events and metrics in order of time. With several companies, those that touch all of them: the deals between
 * them, the events that name them all. Looks at every deal of the group that has the fewest, in turns, and keeps no more
 * than a page. Rejects with NOT_FOUND for an unknown company.
 */
export async function timeline(
  graph: Graph,
  question: TimelineQuestion,
  options?: WorkOptions,
): Promise<Timeline> {
  const first = checkRange('first', question.first ?? DEFAULT_ENTRIES, 1, MAX_ENTRIES);
  checkCompanies(question.of);
  // One more than asked for tells that there is more.
  const stretch = stretchOf(question, first + 1);
  return ask(
    graph,
    question.of,
    scopeOf(question),
    async (inquiry) => {
      const { groupOf, membersOf } = inquiry.groups;
      const groups = [...new Set(question.of.map(groupOf))].map((group) => membersOf(group));
      const { entries, explored } = await findEntries(inquiry, groups, stretch);
      const page = entries.slice(0, first);
      const last = page.at(-1);
      return {
        of: question.of,
        entries: page.map(toEntry),
        endCursor: last === undefined ? null : cursorOf(last),
        explored,
        truncated: entries.length > first,
      };
    },
    options,
  );
}
