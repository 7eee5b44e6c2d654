import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { allFlows } from '../../src/model/kind.js';
import { ask } from '../../src/questions/ask.js';
import { connectionScopeOf, openConnections } from '../../src/questions/connections.js';
import { findNeighbours } from '../../src/questions/find-neighbours.js';
import { linkNeighbours } from '../../src/questions/link-neighbours.js';
import { neighbourhood } from '../../src/questions/neighbourhood.js';
import { control, goods, money } from '../support/hops.js';
import { openGraph } from '../support/open-graph.js';
import { smallGraphYaml } from '../support/small-graph.js';

const on = '2025-12-01' as Day;
const graph = await openGraph(smallGraphYaml);

describe('neighbourhood', () => {
  it('has the groups around a company and all that goes between any two of them', async () => {
    expect(await neighbourhood(graph, { of: 'core-scientific', depth: 2, on })).toEqual({
      of: 'core-scientific',
      nodes: [
        { company: 'core-scientific', distance: 0 },
        { company: 'coreweave', distance: 1 },
        { company: 'nvidia', distance: 2 },
        { company: 'openai', distance: 2 },
      ],
      edges: [
        goods('core-scientific', 'coreweave', 'coreweave-core-scientific'),
        money('coreweave', 'core-scientific', 'coreweave-core-scientific'),
        money('coreweave', 'nvidia', 'coreweave-nvidia'),
        goods('coreweave', 'openai', 'openai-coreweave'),
        goods('nvidia', 'coreweave', 'coreweave-nvidia'),
        money('nvidia', 'openai', 'nvidia-openai'),
        money('openai', 'coreweave', 'openai-coreweave'),
      ],
      explored: 8,
      truncated: false,
    });
  });

  it('has one step and all flows unless told otherwise', async () => {
    expect(await neighbourhood(graph, { of: 'aws', on })).toEqual({
      of: 'aws',
      nodes: [
        { company: 'amazon', distance: 0 },
        { company: 'anthropic', distance: 1 },
        { company: 'nvidia', distance: 1 },
        { company: 'openai', distance: 1 },
        { company: 'softbank', distance: 1 },
      ],
      edges: [
        goods('amazon', 'anthropic', 'anthropic-aws'),
        money('amazon', 'anthropic', 'amazon-anthropic'),
        money('amazon', 'nvidia', 'amazon-nvidia'),
        goods('amazon', 'openai', 'openai-aws'),
        money('amazon', 'softbank', 'amazon-arm'),
        money('anthropic', 'amazon', 'anthropic-aws'),
        goods('nvidia', 'amazon', 'amazon-nvidia'),
        money('nvidia', 'openai', 'nvidia-openai'),
        money('nvidia', 'softbank', 'nvidia-arm'),
        money('openai', 'amazon', 'openai-aws'),
        goods('softbank', 'amazon', 'amazon-arm'),
        goods('softbank', 'nvidia', 'nvidia-arm'),
      ],
      explored: 13,
      truncated: false,
    });
    expect(await neighbourhood(graph, { of: 'microsoft', flows: ['OWNS'], on })).toEqual({
      of: 'microsoft',
      nodes: [
        { company: 'microsoft', distance: 0 },
        { company: 'openai', distance: 1 },
      ],
      edges: [control('microsoft', 'openai', 'microsoft-owns-openai')],
      explored: 1,
      truncated: false,
    });
  });

  it('keeps to the kinds of deal asked for, which leave control as it is', async () => {
    const asked = { of: 'microsoft', depth: 2, kinds: ['INVESTMENT'], on };
    expect(await neighbourhood(graph, asked)).toEqual({
      of: 'microsoft',
      nodes: [
        { company: 'microsoft', distance: 0 },
        { company: 'openai', distance: 1 },
        { company: 'nvidia', distance: 2 },
      ],
      edges: [
        money('microsoft', 'openai', 'microsoft-openai'),
        control('microsoft', 'openai', 'microsoft-owns-openai'),
        money('nvidia', 'openai', 'nvidia-openai'),
      ],
      explored: 3,
      truncated: false,
    });
  });

  it('keeps the groups with most ties and the edges nearest the middle where there are too many', async () => {
    const drawn = ask(graph, ['openai'], connectionScopeOf({ on }), async (inquiry) => {
      const connections = openConnections(inquiry, allFlows);
      const found = await findNeighbours(connections, 'openai', { depth: 2, nodes: 3, edges: 100 });
      const links = await linkNeighbours(connections, found.distances, { hops: 2, edges: 100 });
      return { found, links };
    });
    expect(await drawn).toEqual({
      found: {
        distances: new Map([
          ['openai', 0],
          ['microsoft', 1],
          ['amazon', 1],
        ]),
        truncated: true,
      },
      links: {
        hops: [goods('amazon', 'openai', 'openai-aws'), goods('microsoft', 'openai', 'openai-microsoft')],
        truncated: true,
      },
    });
  });

  it('says so where ties of two groups may be missing, for there was more than may be read', async () => {
    const draw = (edges: number) =>
      ask(graph, ['tsmc'], connectionScopeOf({ on }), async (inquiry) => {
        const connections = openConnections(inquiry, ['SUPPLIES']);
        const found = await findNeighbours(connections, 'tsmc', { depth: 1, nodes: 10, edges });
        return linkNeighbours(connections, found.distances, { hops: 10, edges });
      });
    const hops = [
      goods('asml', 'tsmc', 'tsmc-asml'),
      goods('tsmc', 'amd', 'amd-tsmc'),
      goods('tsmc', 'nvidia', 'nvidia-tsmc'),
    ];
    expect(await draw(3)).toEqual({ hops, truncated: true });
    // With the two of AMD and the two of ASML only Nvidia's are not read, and what ties it to them is known from there.
    expect(await draw(7)).toEqual({ hops, truncated: false });
  });

  it('is asked for with a depth of 1 to 3 around a company that exists', async () => {
    await expect(neighbourhood(graph, { of: 'openai', depth: 4 })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: 'depth is 4; it is from 1 to 3',
    });
    await expect(neighbourhood(graph, { of: 'opnai' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { id: 'opnai', nearMatches: ['openai'] },
    });
  });
});
