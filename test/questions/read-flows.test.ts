import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { ask } from '../../src/questions/ask.js';
import { readFlows } from '../../src/questions/read-flows.js';
import { scopeOf } from '../../src/questions/scope.js';
import { openGraph } from '../support/open-graph.js';
import { smallGraphYaml } from '../support/small-graph.js';

const graph = await openGraph(smallGraphYaml);
const scope = scopeOf({ on: '2025-12-01' as Day });

/** The supplies of these companies: company, supplier, deal. */
const read = (companies: readonly string[], limit: number) =>
  ask(graph, ['openai'], scope, async (inquiry) => {
    const edges: string[][] = [];
    const edgesOf = (company: string) => inquiry.snapshot.edgesTo(company, 'SUPPLIES');
    const reading = await readFlows(
      inquiry,
      { companies, edgesOf, limit },
      ({ from, relationship }, company) => edges.push([company, from, relationship.id]),
    );
    return { edges, ...reading };
  });

describe('flow edges', () => {
  it('come in order of company and record, each company once', async () => {
    expect(await read(['nvidia', 'asml', 'microsoft', 'nvidia'], 10)).toEqual({
      edges: [
        ['microsoft', 'amd', 'microsoft-amd'],
        ['microsoft', 'nvidia', 'microsoft-nvidia'],
        ['nvidia', 'arm', 'nvidia-arm'],
        ['nvidia', 'sk-hynix', 'nvidia-sk-hynix'],
        ['nvidia', 'tsmc', 'nvidia-tsmc'],
      ],
      explored: 5,
      unread: [],
    });
  });

  it('are up to any limit the first of them', async () => {
    const companies = ['amazon', 'anthropic', 'asml', 'coreweave', 'microsoft', 'nvidia', 'openai'];
    const { edges } = await read(companies, 100);
    expect(edges).toHaveLength(13);
    for (let limit = 0; limit <= 14; limit += 1) {
      const next = edges[limit]?.[0];
      expect(await read(companies, limit)).toEqual({
        edges: edges.slice(0, limit),
        explored: Math.min(limit, 13),
        unread: next === undefined ? [] : companies.slice(companies.indexOf(next)),
      });
    }
  });
});
