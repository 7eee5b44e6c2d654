// A timeline, and what stands beside commitments, where there are more figures than one answer may hold.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import type { Graph } from '../../src/questions/ask.js';
import { commitments } from '../../src/questions/commitments.js';
import { timeline } from '../../src/questions/timeline.js';
import { openGraph } from '../support/open-graph.js';

const FIGURES = 5_001;
const number = (index: number): string => String(index).padStart(5, '0');
const dollars = (value: number) => ({ value, currency: 'USD', basis: 'TOTAL' });
const figure = (id: string, metric: string, asOf: string, value: number) => ({
  id,
  company: 'shop',
  metric,
  period: '2024',
  amount: dollars(value),
  asOf,
  sources: ['press'],
});

/** A shop with more forecasts than may be told, all made late; by id, what it reported early comes behind them. */
const shop = {
  companies: [{ id: 'shop', name: 'Shop', roles: ['ENTERPRISE'], country: 'US' }],
  sources: [{ id: 'press', publisher: 'Press', title: 'All of it' }],
  metrics: [
    ...Array.from({ length: FIGURES }, (_, index) =>
      figure(`forecast-${number(index)}`, 'REVENUE', '2026-06', 1),
    ),
    figure('reported-commitments', 'COMMITMENTS', '2025-02-01', 60),
    figure('reported-revenue', 'REVENUE', '2025-02-01', 20),
  ],
  facilityContracts: [
    {
      id: 'shop-lets-to-itself',
      supplier: 'shop',
      customer: 'shop',
      category: 'LEASE',
      announcedOn: '2025-01-01',
      status: 'ACTIVE',
      confidence: 'CONFIRMED',
      summary: 'A hall of its own.',
      sources: ['press'],
    },
  ],
};

describe('of a company with more figures than may be told', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openGraph(JSON.stringify(shop));
  }, 120_000);

  it('the commitments stand beside what was known on the day, however much was said later', async () => {
    const { reported, revenue, timesRevenue, truncated } = await commitments(graph, {
      of: 'shop',
      on: '2025-12-31' as Day,
    });
    expect({ reported, revenue, timesRevenue, truncated }).toEqual({
      reported: ['reported-commitments'],
      revenue: ['reported-revenue'],
      timesRevenue: 3,
      truncated: false,
    });
  });

  it('the commitments stand beside the latest of what is known, and say that there is more', async () => {
    const { reported, revenue, timesRevenue, truncated } = await commitments(graph, {
      of: 'shop',
      on: '2026-12-31' as Day,
    });
    expect(reported).toEqual(['reported-commitments']);
    expect([revenue.length, revenue[0], revenue.at(-1)]).toEqual([5_000, 'forecast-05000', 'forecast-00001']);
    expect({ timesRevenue, truncated }).toEqual({ timesRevenue: 60, truncated: true });
  });

  it('a timeline begins with the earliest of them all', async () => {
    const { entries, truncated } = await timeline(graph, { of: ['shop'], first: 4 });
    expect(entries.map(({ id }) => id)).toEqual([
      'shop-lets-to-itself',
      'reported-commitments',
      'reported-revenue',
      'forecast-00000',
    ]);
    expect(truncated).toBe(true);
  });

  it('a timeline of the days before ends', async () => {
    const { entries, truncated } = await timeline(graph, { of: ['shop'], to: '2025' as Day });
    expect({ entries: entries.length, truncated }).toEqual({ entries: 3, truncated: false });
  });

  it('a timeline comes to its end page by page, with each of them once', async () => {
    const ids: string[] = [];
    for (let [after, hasMore]: [string | null, boolean] = [null, true]; hasMore; ) {
      const page = await timeline(graph, { of: ['shop'], first: 500, ...(after !== null && { after }) });
      ids.push(...page.entries.map(({ id }) => id));
      [after, hasMore] = [page.endCursor, page.truncated];
    }
    expect(ids).toHaveLength(FIGURES + 3);
    expect(new Set(ids).size).toBe(FIGURES + 3);
  });
});
