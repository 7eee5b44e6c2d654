import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { ask } from '../../src/questions/ask.js';
import { chokePoints, findChokePoints } from '../../src/questions/choke-points.js';
import { scopeOf } from '../../src/questions/scope.js';
import { openGraph } from '../support/open-graph.js';
import { smallGraphYaml } from '../support/small-graph.js';

const on = '2025-12-01' as Day;
const graph = await openGraph(smallGraphYaml);

const sole = (group: string, soleSupplierOf: readonly string[]) => ({ group, share: 1, soleSupplierOf });

describe('choke points', () => {
  it('give shares, sole suppliers and what is unavoidable in each category', async () => {
    const oneOfThree = (group: string) => ({ group, share: 1 / 3, soleSupplierOf: [] });
    expect(await chokePoints(graph, { of: 'openai', on })).toEqual({
      of: 'openai',
      categories: [
        {
          category: 'CHIP_SUPPLY',
          hhi: 6250,
          suppliers: [
            { group: 'nvidia', share: 0.75, soleSupplierOf: ['amazon', 'coreweave'] },
            { group: 'amd', share: 0.25, soleSupplierOf: [] },
          ],
          unavoidable: [],
        },
        {
          category: 'CLOUD_CONTRACT',
          hhi: expect.closeTo(3333.333, 3),
          suppliers: [oneOfThree('amazon'), oneOfThree('coreweave'), oneOfThree('microsoft')],
          unavoidable: [],
        },
        {
          category: 'COLOCATION',
          hhi: 10_000,
          suppliers: [sole('core-scientific', ['coreweave'])],
          unavoidable: ['core-scientific', 'coreweave'],
        },
        {
          category: 'FABRICATION',
          hhi: 10_000,
          suppliers: [sole('tsmc', ['amd', 'nvidia'])],
          unavoidable: ['tsmc'],
        },
        {
          category: 'IP_LICENSE',
          hhi: 10_000,
          suppliers: [sole('softbank', ['amazon', 'nvidia'])],
          unavoidable: ['softbank'],
        },
        {
          category: 'LITHOGRAPHY',
          hhi: 10_000,
          suppliers: [sole('asml', ['sk-hynix', 'tsmc'])],
          unavoidable: ['asml'],
        },
        {
          category: 'MEMORY',
          hhi: 10_000,
          suppliers: [sole('sk-hynix', ['nvidia'])],
          unavoidable: ['nvidia', 'sk-hynix'],
        },
      ],
      explored: 15,
      truncated: false,
    });
  });

  it('look no further than the tiers asked for', async () => {
    expect(await chokePoints(graph, { of: 'nvidia', on, tiers: 1 })).toEqual({
      of: 'nvidia',
      categories: [
        {
          category: 'FABRICATION',
          hhi: 10_000,
          suppliers: [sole('tsmc', ['nvidia'])],
          unavoidable: ['tsmc'],
        },
        {
          category: 'IP_LICENSE',
          hhi: 10_000,
          suppliers: [sole('softbank', ['nvidia'])],
          unavoidable: ['softbank'],
        },
        {
          category: 'MEMORY',
          hhi: 10_000,
          suppliers: [sole('sk-hynix', ['nvidia'])],
          unavoidable: ['sk-hynix'],
        },
      ],
      // The two machines of ASML, one tier further up, tell that nobody there competes with the three.
      explored: 5,
      truncated: false,
    });
  });

  it('have no category where nobody supplies', async () => {
    expect(await chokePoints(graph, { of: 'asml', on })).toEqual({
      of: 'asml',
      categories: [],
      explored: 0,
      truncated: false,
    });
  });

  it('say nothing of what was not read to its end', async () => {
    const inquire = (limit: number) =>
      ask(graph, ['openai'], scopeOf({ on }), (inquiry) => findChokePoints(inquiry, 'openai', 4, limit));
    // Five deals are those of OpenAI and Amazon; of CoreWeave none was read any more.
    expect(await inquire(5)).toEqual({
      of: 'openai',
      categories: [
        {
          category: 'CHIP_SUPPLY',
          hhi: 10_000,
          suppliers: [sole('nvidia', ['amazon'])],
          unavoidable: [],
        },
        {
          category: 'CLOUD_CONTRACT',
          hhi: expect.closeTo(3333.333, 3),
          suppliers: ['amazon', 'coreweave', 'microsoft'].map((group) => ({
            group,
            share: 1 / 3,
            soleSupplierOf: [],
          })),
          unavoidable: [],
        },
        {
          category: 'IP_LICENSE',
          hhi: 10_000,
          suppliers: [sole('softbank', ['amazon'])],
          unavoidable: [],
        },
      ],
      explored: 5,
      truncated: true,
    });
    expect(await inquire(15)).toEqual(await chokePoints(graph, { of: 'openai', on }));
  });

  it('are asked for 1 to 8 tiers of a company that exists', async () => {
    await expect(chokePoints(graph, { of: 'openai', tiers: 9 })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: 'tiers is 9; it is from 1 to 8',
    });
    await expect(chokePoints(graph, { of: 'opnai' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { id: 'opnai', nearMatches: ['openai'] },
    });
  });

  it('end with the reason of the signal', async () => {
    const reason = new Error('the caller left');
    const question = chokePoints(graph, { of: 'openai' }, { signal: AbortSignal.abort(reason) });
    await expect(question).rejects.toBe(reason);
  });
});
