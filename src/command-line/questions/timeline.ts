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

interface Timeline {
  readonly entries: readonly Entry[];
  readonly endCursor: string | null;
  readonly truncated: boolean;
}

export const timeline = defineQuestion<Timeline>({
  field: 'timeline',
  selection: `{
    entries { day type record { id ... on Deal { summary } ... on Event { summary } ... on Metric { metric period amount { value currency } } } }
    endCursor explored truncated
  }`,
  example: '--of openai,microsoft --from 2025 --to 2026-06',
  toTable: ({ entries, endCursor, truncated }) => ({
    columns: ['DAY', 'TYPE', 'ID', 'WHAT'],
    rows: entries.map(({ day, type, record }) => [day, type, record.id, describe(record)]),
    summary: truncated ? [`The next page: the same with --after ${endCursor}`] : [],
  }),
});
