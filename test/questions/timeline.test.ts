import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { type TimelineQuestion, timeline } from '../../src/questions/timeline.js';
import { openGraph } from '../support/open-graph.js';
import { smallMoneyGraphYaml } from '../support/small-money-graph.js';

const graph = await openGraph(smallMoneyGraphYaml);
const on = '2026-01-01' as Day;

const written = async (question: TimelineQuestion) => {
  const { entries, truncated } = await timeline(graph, { on, ...question });
  return { entries: entries.map(({ day, type, id }) => `${day} ${type} ${id}`), truncated };
};

describe('a timeline', () => {
  it('tells deals, events and figures in order of time', async () => {
    expect(await timeline(graph, { of: ['lab'], on, to: '2025-04' as Day })).toEqual({
      of: ['lab'],
      entries: [
        { day: '2024-05-10', type: 'DEAL', id: 'lab-cloud-2024' },
        { day: '2024-06-01', type: 'DEAL', id: 'cloud-lab-2024' },
        { day: '2024-06-01', type: 'DEAL', id: 'fund-lab-2024' },
        { day: '2025-02-01', type: 'DEAL', id: 'lab-cloud-lease-2025' },
        { day: '2025-02-01', type: 'METRIC', id: 'lab-revenue-2024' },
        { day: '2025-03-01', type: 'EVENT', id: 'lab-opens' },
        { day: '2025-04-01', type: 'DEAL', id: 'lab-foundry' },
      ],
      endCursor: expect.any(String),
      // Also those that the lab signed later.
      explored: 9,
      truncated: false,
    });
  });

  it('of several companies tells what touches all of them', async () => {
    expect(await written({ of: ['lab', 'chips'] })).toEqual({
      entries: [
        '2025-08-01 EVENT chips-and-lab-meet',
        '2025-08-01 DEAL chips-lab-2025',
        '2025-09-09 DEAL lab-chips-2025',
      ],
      truncated: false,
    });
    expect(await written({ of: ['lab', 'chips', 'cloud'] })).toEqual({ entries: [], truncated: false });
  });

  it('takes a group as one unless asked not to', async () => {
    const cloud = ['2020-01-01 DEAL cloud-buys-cloud-web-2020', '2023-03-01 DEAL cloud-chips-2023'];
    expect(await written({ of: ['cloud', 'cloud-web'], to: '2023' as Day })).toEqual({
      entries: cloud,
      truncated: false,
    });
    expect(await written({ of: ['cloud', 'cloud-web'], rollUp: false })).toEqual({
      entries: cloud.slice(0, 1),
      truncated: false,
    });
  });

  it('tells rumours only where asked', async () => {
    const question = { of: ['lab', 'chips'], from: '2025-12' as Day };
    expect(await written(question)).toEqual({ entries: [], truncated: false });
    expect(await written({ ...question, includeRumoured: true })).toEqual({
      entries: ['2025-12-01 DEAL lab-chips-2026'],
      truncated: false,
    });
  });

  it('goes on behind the end cursor of the page before', async () => {
    const pages: string[][] = [];
    for (let [after, isDone]: [string | null, boolean] = [null, false]; !isDone; ) {
      const page = await timeline(graph, { of: ['lab'], on, first: 5, ...(after !== null && { after }) });
      pages.push(page.entries.map(({ id }) => id));
      [after, isDone] = [page.endCursor, !page.truncated];
    }
    expect(pages).toEqual([
      ['lab-cloud-2024', 'cloud-lab-2024', 'fund-lab-2024', 'lab-cloud-lease-2025', 'lab-revenue-2024'],
      ['lab-opens', 'lab-foundry', 'lab-cloud-web-2025', 'chips-and-lab-meet', 'chips-lab-2025'],
      [
        'lab-chips-2025',
        'lab-revenue-2025-q3',
        'lab-run-rate-2025-10',
        'foundry-lab-2025',
        'lab-commitments-2025-11',
      ],
    ]);
  });

  it('has no end cursor where it has no entries, as behind its last one', async () => {
    const { endCursor: after } = await timeline(graph, { of: ['lab'], on });
    if (after === null) throw new Error('the lab has a past');
    const behind = await timeline(graph, { of: ['lab'], on, after });
    expect(behind).toMatchObject({ entries: [], endCursor: null, truncated: false });
  });

  it('goes on behind a cursor no earlier than from', async () => {
    const { endCursor: after } = await timeline(graph, { of: ['lab'], on, first: 1 });
    if (after === null) throw new Error('the lab has a past');
    const { entries } = await written({ of: ['lab'], from: '2025-03' as Day, first: 1, after });
    expect(entries).toEqual(['2025-03-01 EVENT lab-opens']);
  });

  it('refuses a page too large, no company, and an end before its start', async () => {
    const fault = (question: Omit<TimelineQuestion, 'of'> & { of?: string[] }) =>
      timeline(graph, { of: ['lab'], ...question }).catch((error: Error) => error.message);
    expect(await fault({ first: 501 })).toBe('first is 501; it is from 1 to 500');
    expect(await fault({ of: [] })).toBe('of names 0 companies; name 1 to 20');
    expect(await fault({ from: '2026' as Day, to: '2025' as Day })).toBe('from 2026 is after to 2025');
  });
});
