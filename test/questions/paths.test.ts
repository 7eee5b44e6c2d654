import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { allFlows } from '../../src/model/kind.js';
import { ask } from '../../src/questions/ask.js';
import { connectionScopeOf, openConnections } from '../../src/questions/connections.js';
import { type PathsQuestion, paths } from '../../src/questions/paths.js';
import { searchPaths } from '../../src/questions/search-paths.js';
import { control, goods, money } from '../support/hops.js';
import { openGraph } from '../support/open-graph.js';
import { smallGraphYaml } from '../support/small-graph.js';

const on = '2025-12-01' as Day;
const graph = await openGraph(smallGraphYaml);

/** The companies along each path, as one text. */
async function rowsOf(question: PathsQuestion): Promise<{ rows: string[]; truncated: boolean }> {
  const answer = await paths(graph, { on, ...question });
  return {
    rows: answer.paths.map(({ companies }) => companies.join(' ')),
    truncated: answer.truncated,
  };
}

describe('paths', () => {
  it('walk flows either way and show their true direction', async () => {
    expect(await paths(graph, { from: 'openai', to: 'tsmc', maxLength: 2, on })).toEqual({
      paths: [
        {
          companies: ['openai', 'nvidia', 'tsmc'],
          hops: [
            money('nvidia', 'openai', 'nvidia-openai'),
            goods('tsmc', 'nvidia', 'nvidia-tsmc'),
            money('nvidia', 'tsmc', 'nvidia-tsmc'),
          ],
        },
      ],
      explored: 9,
      truncated: false,
    });
  });

  it('have one hop for each flow and direction, stakes of any size among them', async () => {
    expect(await paths(graph, { from: 'openai', to: 'microsoft', maxLength: 1, on })).toEqual({
      paths: [
        {
          companies: ['openai', 'microsoft'],
          hops: [
            goods('microsoft', 'openai', 'openai-microsoft'),
            money('microsoft', 'openai', 'microsoft-openai'),
            money('openai', 'microsoft', 'openai-microsoft'),
            control('microsoft', 'openai', 'microsoft-owns-openai'),
          ],
        },
      ],
      explored: 6,
      truncated: false,
    });
  });

  it('come by length, then by the ids along them', async () => {
    const rows = [
      'openai nvidia sk-hynix asml',
      'openai nvidia tsmc asml',
      'openai amazon nvidia sk-hynix asml',
      'openai amazon nvidia tsmc asml',
      'openai coreweave nvidia sk-hynix asml',
      'openai coreweave nvidia tsmc asml',
      'openai microsoft amd tsmc asml',
      'openai microsoft nvidia sk-hynix asml',
      'openai microsoft nvidia tsmc asml',
    ];
    const asked = { from: 'openai', to: 'asml' };
    expect(await rowsOf(asked)).toEqual({ rows, truncated: false });
    expect(await rowsOf({ ...asked, limit: 9 })).toEqual({ rows, truncated: false });
    expect(await rowsOf({ ...asked, limit: 3 })).toEqual({ rows: rows.slice(0, 3), truncated: true });
  });

  it('go over the flows asked for only', async () => {
    const asked = { from: 'openai', to: 'nvidia', maxLength: 2 };
    const through = ['amazon', 'coreweave', 'microsoft'].map((cloud) => `openai ${cloud} nvidia`);
    expect(await rowsOf(asked)).toEqual({ rows: ['openai nvidia', ...through], truncated: false });
    expect(await rowsOf({ ...asked, flows: ['SUPPLIES'] })).toEqual({ rows: through, truncated: false });
    expect(await rowsOf({ ...asked, flows: ['OWNS'] })).toEqual({ rows: [], truncated: false });
  });

  it('keep to the kinds of deal asked for, which leave control as it is', async () => {
    const asked = { from: 'microsoft', to: 'nvidia', maxLength: 2, kinds: ['INVESTMENT'], on };
    expect(await paths(graph, asked)).toEqual({
      paths: [
        {
          companies: ['microsoft', 'openai', 'nvidia'],
          hops: [
            money('microsoft', 'openai', 'microsoft-openai'),
            control('microsoft', 'openai', 'microsoft-owns-openai'),
            money('nvidia', 'openai', 'nvidia-openai'),
          ],
        },
      ],
      explored: 3,
      truncated: false,
    });
  });

  it('see a group as one, unless told not to', async () => {
    expect(await rowsOf({ from: 'aws', to: 'amazon' })).toEqual({ rows: [], truncated: false });
    expect(await paths(graph, { from: 'aws', to: 'amazon', maxLength: 1, rollUp: false, on })).toEqual({
      paths: [{ companies: ['aws', 'amazon'], hops: [control('amazon', 'aws', 'amazon-owns-aws')] }],
      explored: 3,
      truncated: false,
    });
  });

  it('are found as far as groups with few ties lead where not all can be read', async () => {
    const search = (maxExplored: number) =>
      ask(graph, ['openai', 'asml'], connectionScopeOf({ on }), async (inquiry) => {
        const bounds = { from: 'openai', to: 'asml', maxLength: 4, limit: 10 };
        const found = await searchPaths(openConnections(inquiry, allFlows), bounds, undefined, maxExplored);
        return { rows: found.paths.map((path) => path.join(' ')), truncated: found.truncated };
      });
    // 13 flow edges tell all paths of 3 steps; with 7 more AMD and CoreWeave can be read, but not Nvidia or a cloud.
    expect(await search(20)).toEqual({
      rows: [
        'openai nvidia sk-hynix asml',
        'openai nvidia tsmc asml',
        'openai coreweave nvidia sk-hynix asml',
        'openai coreweave nvidia tsmc asml',
        'openai microsoft amd tsmc asml',
      ],
      truncated: true,
    });
    expect(await search(0)).toEqual({ rows: [], truncated: true });
    expect(await search(100)).toEqual(await rowsOf({ from: 'openai', to: 'asml' }));
  });

  it('are asked for within bounds, between companies that exist', async () => {
    const asked = { from: 'openai', to: 'asml' };
    const faults: [Partial<PathsQuestion>, string][] = [
      [{ maxLength: 7 }, 'maxLength is 7; it is from 1 to 6'],
      [{ limit: 101 }, 'limit is 101; it is from 1 to 100'],
      [{ flows: [] }, 'flows is empty; leave it out for all'],
      [
        { kinds: ['OWNERSHIP'] },
        'kinds has OWNERSHIP; it may have CLOUD_CONTRACT, CHIP_SUPPLY, COMPONENT_SUPPLY, FACILITY_CONTRACT, INVESTMENT, ACQUISITION',
      ],
    ];
    for (const [fault, message] of faults) {
      await expect(paths(graph, { ...asked, ...fault })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        message,
      });
    }
    await expect(paths(graph, { ...asked, to: 'asmll' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { id: 'asmll', nearMatches: ['asml'] },
    });
  });
});
