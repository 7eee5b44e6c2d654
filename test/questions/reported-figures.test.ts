// Which of a company's figures stand beside its commitments.
import { expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { commitments } from '../../src/questions/commitments.js';
import { timeline } from '../../src/questions/timeline.js';
import { openGraph } from '../support/open-graph.js';

/** A shop whose latest figures are of a part of it. */
const graph = await openGraph(`
companies:
- {id: shop, name: Shop, roles: [ENTERPRISE], country: US}
sources:
- {id: press, publisher: Press, title: All of it}
metrics:
- {id: ai-commitments-2025, company: shop, segment: AI, metric: COMMITMENTS, period: '2025',
   amount: {value: 50, currency: USD, basis: TOTAL}, sources: [press]}
- {id: ai-revenue-2025, company: shop, segment: AI, metric: REVENUE, period: '2025',
   amount: {value: 1, currency: USD, basis: TOTAL}, sources: [press]}
- {id: ai-run-rate-2025-12, company: shop, segment: AI, metric: ANNUALIZED_REVENUE, period: 2025-12,
   amount: {value: 2, currency: USD, basis: TOTAL}, sources: [press]}
- {id: commitments-2024, company: shop, metric: COMMITMENTS, period: '2024',
   amount: {value: 60, currency: USD, basis: TOTAL}, sources: [press]}
- {id: revenue-2024, company: shop, metric: REVENUE, period: '2024',
   amount: {value: 20, currency: USD, basis: TOTAL}, sources: [press]}
`);

it('commitments stand beside the figures of the whole company, not beside those of a part of it', async () => {
  const { reported, revenue, timesRevenue } = await commitments(graph, { of: 'shop', on: '2026' as Day });
  expect({ reported, revenue, timesRevenue }).toEqual({
    reported: ['commitments-2024'],
    revenue: ['revenue-2024'],
    timesRevenue: 3,
  });
});

it('a timeline tells them all', async () => {
  const { entries } = await timeline(graph, { of: ['shop'] });
  expect(entries.map(({ id }) => id)).toEqual([
    'commitments-2024',
    'revenue-2024',
    'ai-commitments-2025',
    'ai-revenue-2025',
    'ai-run-rate-2025-12',
  ]);
});
