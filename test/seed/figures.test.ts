// The figures of the seed: from when they are known, and of what they are.
import { describe, expect, it } from 'vitest';
import { type Day, firstDayOf } from '../../src/model/day.js';
import { knownFrom } from '../../src/model/metric-period.js';
import { commitments } from '../../src/questions/commitments.js';
import { createSnapshots } from '../../src/snapshot/snapshots.js';
import { type RawRecord, readSection } from '../support/read-seed.js';
import { openSeededStore } from '../support/seeded-store.js';

interface RawMetric extends RawRecord {
  readonly company: string;
  readonly period: string;
  readonly segment?: string;
  readonly asOf?: Day;
  readonly summary?: string;
  readonly sources: readonly string[];
}

const metrics = readSection('metrics') as readonly RawMetric[];
const published = new Map(readSection('sources').map(({ id, publishedOn }) => [id, publishedOn as Day]));

/** The days on which the sources of a figure were published, of those that are known to the day. */
const publishedDays = ({ sources }: RawMetric): number[] =>
  sources
    .flatMap((source) => published.get(source) ?? [])
    .filter((day) => day.length === '2026-01-01'.length)
    .map(firstDayOf);

describe('a figure of the seed', () => {
  it('is known no later than on the day that its first source was published', () => {
    const late = metrics.filter(
      (metric) => knownFrom(metric.period, metric.asOf) > Math.min(...publishedDays(metric)),
    );
    expect(late.map(({ id }) => id)).toEqual([]);
  });

  it('names its segment where its id or its text says that it is of a part only', () => {
    const isOfPart = ({ id, company, summary = '' }: RawMetric) =>
      /^-(ai|data-center)-/.test(id.slice(company.length)) ||
      /\b(segment only|business only|revenue only|commercial)\b/i.test(summary);
    const named = metrics.filter(isOfPart).map(({ id, segment }) => [id, segment]);
    expect(Object.fromEntries(named)).toEqual({
      'amd-data-center-revenue-2025-q3': 'Data Center',
      'amd-data-center-revenue-2026-q1': 'Data Center',
      'broadcom-ai-backlog-2025-12': 'AI',
      'broadcom-ai-revenue-fy2025': 'AI',
      'microsoft-ai-annualized-revenue-2026-q1': 'AI',
      'microsoft-backlog-2025-q3': 'Commercial',
      'microsoft-backlog-2025-q4': 'Commercial',
      'nvidia-data-center-revenue-2026-q1': 'Data Center',
      'nvidia-data-center-revenue-fy2026': 'Data Center',
    });
  });
});

describe('beside the commitments of the seed', () => {
  it('stands the revenue of the whole company, from the day that it was published', async () => {
    const store = await openSeededStore();
    const graph = { store, snapshots: createSnapshots(store) };
    const revenueOf = async (of: string, on: string) =>
      (await commitments(graph, { of, on: on as Day })).revenue;
    expect(await revenueOf('microsoft', '2026-07-01')).toEqual(['microsoft-revenue-fy2025']);
    expect(await revenueOf('broadcom', '2026-07-01')).toEqual([]);
    expect(await revenueOf('nvidia', '2026-02-26')).toEqual(['nvidia-revenue-fy2026']);
    expect(await revenueOf('oracle', '2026-06-09')).toEqual([]);
    expect(await revenueOf('oracle', '2026-06-10')).toEqual(['oracle-revenue-fy2026']);
    await store.close();
  });
});
