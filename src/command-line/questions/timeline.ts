import { type Identified, NONE, type Whole, whole } from './cells.js';
import { defineQuestion } from './question.js';

interface Entry {
  readonly day: string;
  readonly type: string;
  readonly record: Identified & {
    readonly summary?: string;
    readonly metric?: string;
    readonly period?: string;
    readonly amount?: { readonly value: Whole; readonly currency: string };
  };
}

const describe = ({ summary, metric, period, amount }: Entry['record']): string =>
  summary ??
  (amount === undefined ? NONE : `${metric} of ${period}: ${whole(amount.value)} ${amount.currency}`);

export const timeline = defineQuestion<{ readonly entries: readonly Entry[] }>({
  field: 'timeline',
  selection: `{
    entries { day type record { id ... on Deal { summary } ... on Event { summary } ... on Metric { metric period amount { value currency } } } }
    explored truncated
  }`,
  example: '--of openai,microsoft --from 2025 --to 2026-06',
  toTable: ({ entries }) => ({
    columns: ['DAY', 'TYPE', 'ID', 'WHAT'],
    rows: entries.map(({ day, type, record }) => [day, type, record.id, describe(record)]),
  }),
});
