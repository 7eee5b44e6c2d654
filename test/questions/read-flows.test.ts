import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { ask } from '../../src/questions/ask.js';
import { flowStatement, readFlows, type SeenEdge } from '../../src/questions/read-flows.js';
import { flowCountsIn, scopeOf } from '../../src/questions/scope.js';
import { openGraph } from '../support/open-graph.js';
import { smallGraphYaml } from '../support/small-graph.js';

const graph = await openGraph(smallGraphYaml);
const scope = scopeOf({ on: '2025-12-01' as Day });
const statement = flowStatement('<-[flow:SUPPLIES]-', flowCountsIn(scope, 'SUPPLIES'), 'category');

interface Read {
  readonly edges: SeenEdge[];
  readonly explored: number;
  readonly unread: readonly string[];
}

const read = (companies: readonly string[], limit: number, edgesAtOnce?: number): Promise<Read> =>
  ask(graph, ['openai'], scope, async (inquiry) => {
    const edges: SeenEdge[] = [];
    const request = { statement, companies, limit, ...(edgesAtOnce && { edgesAtOnce }) };
    const reading = await readFlows(inquiry, request, (edge) => edges.push(edge));
    return { edges, ...reading };
  });

const edge = (company: string, other: string, record: string, detail: string): SeenEdge => ({
  company,
  other,
  record,
  detail,
});

describe('flow edges', () => {
  it('come in order of company and record, each company once', async () => {
    expect(await read(['nvidia', 'asml', 'microsoft', 'nvidia'], 10)).toEqual({
      edges: [
        edge('microsoft', 'amd', 'microsoft-amd', 'CHIP_SUPPLY'),
        edge('microsoft', 'nvidia', 'microsoft-nvidia', 'CHIP_SUPPLY'),
        edge('nvidia', 'arm', 'nvidia-arm', 'IP_LICENSE'),
        edge('nvidia', 'sk-hynix', 'nvidia-sk-hynix', 'MEMORY'),
        edge('nvidia', 'tsmc', 'nvidia-tsmc', 'FABRICATION'),
      ],
      explored: 5,
      unread: [],
    });
  });

  it('are the same in pages of any size, and up to any limit the first of them', async () => {
    const companies = ['amazon', 'anthropic', 'asml', 'coreweave', 'microsoft', 'nvidia', 'openai'];
    const { edges } = await read(companies, 100);
    expect(edges).toHaveLength(13);
    for (const edgesAtOnce of [1, 2, 3, 5, 13]) {
      for (let limit = 0; limit <= 14; limit += 1) {
        const next = edges[limit]?.company;
        expect(await read(companies, limit, edgesAtOnce)).toEqual({
          edges: edges.slice(0, limit),
          explored: Math.min(limit, 13),
          unread: next === undefined ? [] : companies.slice(companies.indexOf(next)),
        });
      }
    }
  });
});
