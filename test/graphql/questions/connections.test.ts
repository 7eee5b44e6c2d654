// What the questions about connections answer over HTTP, every field of it, worked out by hand on the small graph.
import { expect, it } from 'vitest';
import { ask } from '../../support/ask.js';
import { shareServerWith } from '../../support/running-server.js';
import { smallGraphYaml } from '../../support/small-graph.js';
import { all, one } from './identified.js';

const server = shareServerWith(smallGraphYaml);

const goods = (from: string, to: string, deal: string) => ({
  flow: 'GOODS',
  from: one(from),
  to: one(to),
  deals: all(deal),
  ownerships: all(),
});
const money = (from: string, to: string, deal: string) => ({ ...goods(from, to, deal), flow: 'MONEY' });
const control = (from: string, to: string, ownership: string) => ({
  flow: 'CONTROL',
  from: one(from),
  to: one(to),
  deals: all(),
  ownerships: all(ownership),
});

it('paths tells the companies along each, and all that flows between one and the next', async () => {
  const query = `{ paths(from: "microsoft", to: "tsmc", maxLength: 3, limit: 3, on: "2025-12-01") {
    paths {
      companies { id }
      hops { from { id } to { id } flow deals { id } ownerships { id } }
    }
    explored truncated
  } }`;
  expect(await ask(server.url, query)).toEqual({
    paths: {
      paths: [
        {
          companies: all('microsoft', 'amd', 'tsmc'),
          hops: [
            goods('amd', 'microsoft', 'microsoft-amd'),
            money('microsoft', 'amd', 'microsoft-amd'),
            goods('tsmc', 'amd', 'amd-tsmc'),
            money('amd', 'tsmc', 'amd-tsmc'),
          ],
        },
        {
          companies: all('microsoft', 'nvidia', 'tsmc'),
          hops: [
            goods('nvidia', 'microsoft', 'microsoft-nvidia'),
            money('microsoft', 'nvidia', 'microsoft-nvidia'),
            goods('tsmc', 'nvidia', 'nvidia-tsmc'),
            money('nvidia', 'tsmc', 'nvidia-tsmc'),
          ],
        },
        {
          companies: all('microsoft', 'openai', 'nvidia', 'tsmc'),
          hops: [
            goods('microsoft', 'openai', 'openai-microsoft'),
            money('microsoft', 'openai', 'microsoft-openai'),
            money('openai', 'microsoft', 'openai-microsoft'),
            control('microsoft', 'openai', 'microsoft-owns-openai'),
            money('nvidia', 'openai', 'nvidia-openai'),
            goods('tsmc', 'nvidia', 'nvidia-tsmc'),
            money('nvidia', 'tsmc', 'nvidia-tsmc'),
          ],
        },
      ],
      // Three of TSMC and five of Microsoft; then six more of those behind TSMC, for they have fewer ties.
      explored: 14,
      truncated: false,
    },
  });
});

it('neighbourhood tells the groups around, how far they are, and all that flows between them', async () => {
  const query = `{ neighbourhood(of: "core-scientific", depth: 2, on: "2025-12-01") {
    of { id }
    nodes { id }
    neighbours { company { id } distance }
    edges { from { id } to { id } flow deals { id } ownerships { id } }
    explored truncated
  } }`;
  expect(await ask(server.url, query)).toEqual({
    neighbourhood: {
      of: one('core-scientific'),
      nodes: all('core-scientific', 'coreweave', 'nvidia', 'openai'),
      neighbours: [
        { company: one('core-scientific'), distance: 0 },
        { company: one('coreweave'), distance: 1 },
        { company: one('nvidia'), distance: 2 },
        { company: one('openai'), distance: 2 },
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
      // Three of Core Scientific and CoreWeave, five more of OpenAI: Nvidia's need not be read, both ends tell of a tie.
      explored: 8,
      truncated: false,
    },
  });
});
