import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { ask } from '../../src/questions/ask.js';
import { scopeOf } from '../../src/questions/scope.js';
import { findSharedSuppliers, sharedSuppliers } from '../../src/questions/shared-suppliers.js';
import { openGraph } from '../support/open-graph.js';
import { smallGraphYaml } from '../support/small-graph.js';

const on = '2025-12-01' as Day;
const graph = await openGraph(smallGraphYaml);

const shared = (group: string, tiers: Readonly<Record<string, number>>) => ({
  group,
  tierOf: Object.entries(tiers).map(([company, tier]) => ({ company, tier })),
});

describe('shared suppliers', () => {
  it('are the groups upstream of all companies, each with its tier of each', async () => {
    expect(await sharedSuppliers(graph, { companies: ['openai', 'microsoft'], on })).toEqual({
      suppliers: [
        shared('amd', { openai: 2, microsoft: 1 }),
        shared('asml', { openai: 4, microsoft: 3 }),
        shared('nvidia', { openai: 2, microsoft: 1 }),
        shared('sk-hynix', { openai: 3, microsoft: 2 }),
        shared('softbank', { openai: 2, microsoft: 2 }),
        shared('tsmc', { openai: 3, microsoft: 2 }),
      ],
      explored: 15,
      truncated: false,
    });
  });

  it('are fewer the more companies have to share them', async () => {
    expect(await sharedSuppliers(graph, { companies: ['anthropic', 'coreweave', 'amd'], on })).toEqual({
      suppliers: [
        shared('asml', { anthropic: 4, coreweave: 3, amd: 2 }),
        shared('tsmc', { anthropic: 3, coreweave: 2, amd: 1 }),
      ],
      explored: 11,
      truncated: false,
    });
  });

  it('look no further than the tiers and kinds asked for', async () => {
    const companies = ['openai', 'anthropic'];
    expect(await sharedSuppliers(graph, { companies, on, tiers: 1 })).toEqual({
      suppliers: [shared('amazon', { openai: 1, anthropic: 1 })],
      explored: 4,
      truncated: false,
    });
    expect(await sharedSuppliers(graph, { companies, on, kinds: ['CLOUD_CONTRACT', 'CHIP_SUPPLY'] })).toEqual(
      {
        suppliers: [
          shared('amazon', { openai: 1, anthropic: 1 }),
          shared('nvidia', { openai: 2, anthropic: 2 }),
        ],
        explored: 8,
        truncated: false,
      },
    );
  });

  it('have their true tiers even where not all was read', async () => {
    const inquire = (limit: number) =>
      ask(graph, ['anthropic', 'openai'], scopeOf({ on }), (inquiry) =>
        findSharedSuppliers(inquiry, ['anthropic', 'openai'], 4, limit),
      );
    // Anthropic's deal, OpenAI's three and the two of Amazon.
    expect(await inquire(6)).toEqual({
      suppliers: [
        shared('amazon', { anthropic: 1, openai: 1 }),
        shared('nvidia', { anthropic: 2, openai: 2 }),
        shared('softbank', { anthropic: 2, openai: 2 }),
      ],
      explored: 6,
      truncated: true,
    });
  });

  it('are asked for 2 to 20 different companies that exist', async () => {
    await expect(sharedSuppliers(graph, { companies: ['openai', 'openai'] })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: 'companies names 1 different ones; name 2 to 20',
    });
    await expect(
      sharedSuppliers(graph, { companies: ['openai', 'amd'], kinds: ['INVESTMENT'] }),
    ).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { path: ['kinds'] } });
    await expect(sharedSuppliers(graph, { companies: ['openai', 'antropic'] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { id: 'antropic', nearMatches: ['anthropic'] },
    });
  });
});
