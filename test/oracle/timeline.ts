// Deals, events and figures that touch all of the companies given, in order of time.
import { ALWAYS, firstDay, lastDay, OPEN } from './days.js';
import { listDeals } from './deals.js';
import type { Confidence, Facts } from './facts.js';
import { knownFrom } from './figures.js';
import { groupOf, groupsOf } from './groups.js';
import { isTrusted, type View } from './in-force.js';
import { compareIds } from './sorted.js';

/** `on` decides the groups only: a timeline tells of the past, so deals that are over stay in it. */
export interface TimelineQuestion extends View {
  of: string[];
  from?: string;
  to?: string;
}

export interface TimelineEntry {
  day: string;
  type: 'DEAL' | 'EVENT' | 'METRIC';
  id: string;
}

interface Candidate extends Omit<TimelineEntry, 'day'> {
  day: string | undefined;
  companies: string[];
  confidence?: Confidence;
}

/**
 * One entry a record, at the first day of: a deal's announcedOn, else startsOn (deals with neither have no place in
 * time and are left out); an event's `on`; for a metric the day from which it is known. By day, then id.
 */
export function slowTimeline(facts: Facts, question: TimelineQuestion): TimelineEntry[] {
  const groups = groupsOf(facts, question);
  const wanted = question.of.map((company) => groupOf(groups, company));
  const from = question.from === undefined ? ALWAYS : firstDay(question.from);
  const to = question.to === undefined ? OPEN : lastDay(question.to);

  return candidates(facts, question)
    .filter(({ companies }) => {
      const touched = companies.map((company) => groupOf(groups, company));
      return wanted.every((group) => touched.includes(group));
    })
    .filter(({ confidence }) => isTrusted(confidence, question.minConfidence))
    .flatMap(({ day, type, id }) => (day === undefined ? [] : [{ day: firstDay(day), type, id }]))
    .filter(({ day }) => from <= day && day <= to)
    .sort((a, b) => compareIds(a.day, b.day) || compareIds(a.id, b.id));
}

function candidates(facts: Facts, question: TimelineQuestion): Candidate[] {
  const deals = listDeals(facts)
    .filter(({ status }) => status !== 'RUMOURED' || question.includeRumoured)
    .map((deal) => ({
      type: 'DEAL' as const,
      id: deal.id,
      day: deal.announcedOn ?? deal.startsOn,
      companies: [deal.payer, deal.payee],
      confidence: deal.confidence,
    }));
  const events = facts.events.map(({ id, on, companies }) => ({
    type: 'EVENT' as const,
    id,
    day: on,
    companies,
  }));
  const metrics = facts.metrics.map((metric) => ({
    type: 'METRIC' as const,
    id: metric.id,
    day: knownFrom(metric),
    companies: [metric.company],
    confidence: metric.confidence,
  }));
  return [...deals, ...events, ...metrics];
}
