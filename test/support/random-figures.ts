// Random events and metrics, for timelines and for what stands beside commitments.
import fc from 'fast-check';
import type { Facts } from '../oracle/facts.js';
import { fullDay, randomDayNumber, randomPrecision, writeDate } from './random-dates.js';
import { randomMoney } from './random-money.js';

export const randomEventDrafts = fc.record({
  day: randomDayNumber,
  precision: randomPrecision,
  companies: fc.uniqueArray(fc.nat(13), { minLength: 1, maxLength: 4 }),
  deals: fc.array(fc.nat(29), { maxLength: 2 }),
});

export const randomMetricDrafts = fc.record({
  day: randomDayNumber,
  company: fc.nat(13),
  segment: fc.constantFrom(undefined, undefined, 'AI', 'Data Center'),
  metric: fc.constantFrom('REVENUE', 'REVENUE', 'ANNUALIZED_REVENUE', 'COMMITMENTS', 'COMMITMENTS', 'CAPEX'),
  period: fc.constantFrom('FISCAL_YEAR', 'YEAR', 'QUARTER', 'MONTH', 'DAY'),
  amount: randomMoney,
  confidence: fc.option(fc.constantFrom('CONFIRMED' as const, 'REPORTED' as const, 'ESTIMATED' as const), {
    nil: undefined,
  }),
  asOf: fc.option(fc.tuple(randomDayNumber, randomPrecision), { nil: undefined }),
});

type EventDraft = typeof randomEventDrafts extends fc.Arbitrary<infer Draft> ? Draft : never;
type MetricDraft = typeof randomMetricDrafts extends fc.Arbitrary<infer Draft> ? Draft : never;

/** Called last: events name deals and companies that are there already. */
export function addFigures(facts: Facts, events: EventDraft[], metrics: MetricDraft[]): void {
  const companies = facts.companies.map(({ id }) => id);
  const deals = [
    ...facts.cloudContracts,
    ...facts.chipSupply,
    ...facts.componentSupply,
    ...facts.facilityContracts,
    ...facts.investments,
    ...facts.acquisitions,
  ].map(({ id }) => id);

  facts.events = events.map((draft, index) => ({
    id: `event-${index + 1}`,
    on: writeDate(draft.day, draft.precision),
    companies: choose(companies, draft.companies),
    summary: `Event number ${index + 1}.`,
    sources: ['source-1'],
    ...(deals.length > 0 && draft.deals.length > 0 && { deals: choose(deals, draft.deals) }),
  }));
  facts.metrics = metrics.map((draft, index) => ({
    id: `metric-${index + 1}`,
    company: companies[draft.company % companies.length] ?? '',
    metric: draft.metric,
    period: writePeriod(draft),
    amount: draft.amount,
    sources: ['source-1'],
    ...(draft.segment !== undefined && { segment: draft.segment }),
    ...(draft.confidence !== undefined && { confidence: draft.confidence }),
    ...(draft.asOf !== undefined && { asOf: writeDate(...draft.asOf) }),
  }));
}

function choose(ids: string[], numbers: number[]): string[] {
  return [...new Set(numbers.map((number) => ids[number % ids.length] ?? ''))];
}

function writePeriod(draft: MetricDraft): string {
  const day = fullDay(draft.day);
  const year = day.slice(0, 4);
  if (draft.period === 'FISCAL_YEAR') return `FY${year}`;
  if (draft.period === 'YEAR') return year;
  if (draft.period === 'QUARTER') return `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  return draft.period === 'MONTH' ? day.slice(0, 7) : day;
}
