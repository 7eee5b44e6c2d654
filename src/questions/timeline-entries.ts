/** Finds the deals, events and figures of groups of companies between two days. */
import type { DayNumber } from '../model/day.js';
import type { FlowEdge } from '../snapshot/snapshot.js';
import type { Inquiry } from './ask.js';
import { compareIds } from './compare-ids.js';
import { keepFirst } from './keep-first.js';
import { isSureIn } from './scope.js';
import { isSureFigureIn } from './sure-figures.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

export type EntryType = 'DEAL' | 'EVENT' | 'METRIC';

export interface Entry {
  readonly day: DayNumber;
  readonly type: EntryType;
  readonly id: string;
}

/** Where an entry stands in time. */
export type Place = Pick<Entry, 'day' | 'id'>;

/** Entries after the one place and up to the last day; a place is a day and, of that day, the id that was read last. */
export interface Stretch {
  readonly after: Place;
  readonly toDay: DayNumber;
  readonly limit: number;
}

/** All companies of a group. */
export type Members = readonly string[];

export const compareEntries = (one: Place, other: Place): number =>
  one.day - other.day || compareIds(one.id, other.id);

const isIn = ({ after, toDay }: Stretch, place: Place): boolean =>
  place.day <= toDay && compareEntries(place, after) > 0;

/** What may be an entry. */
interface Candidate extends Entry {
  /** Whether it is as sure as the question asks. */
  readonly isSure: boolean;
  /** All that it touches, each once. */
  readonly companies: readonly string[];
}

type CandidatesAt = (company: string) => Iterable<Candidate>;

function dealsIn({ snapshot, scope }: Inquiry): CandidatesAt {
  const isSure = isSureIn(scope);
  const toDeal = ({ from, to, relationship }: FlowEdge): Candidate => ({
    type: 'DEAL',
    id: relationship.id,
    day: relationship.signedDay,
    isSure: isSure(relationship),
    companies: [from, to],
  });
  return function* (company) {
    for (const edge of snapshot.edgesFrom(company, 'PAYS')) yield toDeal(edge);
    // What a company pays to itself has been told already.
    for (const edge of snapshot.edgesTo(company, 'PAYS')) if (edge.from !== company) yield toDeal(edge);
  };
}

/** Events have no confidence, so all count. */
function eventsIn({ snapshot }: Inquiry): CandidatesAt {
  return function* (company) {
    for (const { id, day, companies } of snapshot.occurrencesOf(company)) {
      yield { type: 'EVENT', id, day, isSure: true, companies };
    }
  };
}

/** A figure stands on the day from which it is known. */
function figuresIn({ snapshot, scope }: Inquiry): CandidatesAt {
  const isSure = isSureFigureIn(scope);
  return function* (company) {
    for (const figure of snapshot.figuresOf(company)) {
      const { id, knownDay: day } = figure;
      yield { type: 'METRIC', id, day, isSure: isSure(figure), companies: [company] };
    }
  };
}

/** What can touch so many groups: a figure is of one, a deal is between two at most, an event may name any number. */
function sourcesFor(inquiry: Inquiry, groups: readonly Members[]): readonly CandidatesAt[] {
  if (groups.length > 2) return [eventsIn(inquiry)];
  const shared = [dealsIn(inquiry), eventsIn(inquiry)];
  return groups.length > 1 ? shared : [...shared, figuresIn(inquiry)];
}

/** What touches all of the groups touches the one with the fewest deals, so that is where to look. */
function fewestDealsFirst({ snapshot }: Inquiry, groups: readonly Members[]): ReadonlySet<string>[] {
  const countAt = (company: string) =>
    snapshot.countFrom(company, 'PAYS') + snapshot.countTo(company, 'PAYS');
  return groups
    .map((members) => ({
      members: new Set(members),
      deals: members.reduce((sum, company) => sum + countAt(company), 0),
    }))
    .sort((one, other) => one.deals - other.deals)
    .map(({ members }) => members);
}

export interface FoundEntries {
  /** In order of time. */
  readonly entries: readonly Entry[];
  /** How many deals were looked at: those of the group that has the fewest. */
  readonly explored: number;
}

/** The first entries of the stretch that touch all of the groups, as many as its limit says; groups have no company in common. */
export async function findEntries(
  inquiry: Inquiry,
  groups: readonly Members[],
  stretch: Stretch,
): Promise<FoundEntries> {
  const [one = new Set<string>(), ...others] = fewestDealsFirst(inquiry, groups);
  const found = keepFirst<Entry>(stretch.limit, compareEntries);
  let [explored, steps] = [0, 0];
  for (const candidatesAt of sourcesFor(inquiry, groups)) {
    for (const company of one) {
      for (const candidate of candidatesAt(company)) {
        steps += 1;
        if (steps % STEPS_PER_TURN === 0) await yieldToOthers(inquiry.signal);
        // It is met at each of its companies in the group, and taken at the first.
        const { isSure, companies, type } = candidate;
        if (!isSure || companies.find((each) => one.has(each)) !== company) continue;
        if (type === 'DEAL') explored += 1;
        const touchesAll = others.every((members) => companies.some((each) => members.has(each)));
        if (touchesAll && isIn(stretch, candidate)) found.add(candidate);
      }
    }
  }
  return { entries: found.all(), explored };
}
