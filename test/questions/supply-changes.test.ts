import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { ask, inScope } from '../../src/questions/ask.js';
import { scopeOf } from '../../src/questions/scope.js';
import { compareSupply, supplyChanges } from '../../src/questions/supply-changes.js';
import { openGraph } from '../support/open-graph.js';
import { smallGraphYaml } from '../support/small-graph.js';

const [from, to] = ['2025-06-01' as Day, '2026-06-01' as Day];
const graph = await openGraph(smallGraphYaml);

/** What changed in the supply of OpenAI, as far as half of so many deals tells on each day. */
const compareWithin = (limit: number, [first, second] = [from, to]) =>
  ask(graph, ['openai'], scopeOf({ on: first }), (before) =>
    compareSupply(before, inScope(before, scopeOf({ on: second })), 'openai', 4, limit),
  );

describe('supply changes', () => {
  it('are the suppliers gained, lost and moved between two days', async () => {
    expect(await supplyChanges(graph, { of: 'openai', from, to })).toEqual({
      of: 'openai',
      gained: [{ company: 'aws', group: 'amazon', tier: 1 }],
      lost: [{ company: 'core-scientific', group: 'core-scientific', tier: 2 }],
      // Arm supplied Nvidia only, as far as OpenAI was concerned; now it supplies Amazon as well.
      tierMoved: [{ company: 'arm', fromTier: 3, toTier: 2 }],
      tiers: 4,
      explored: 27,
      truncated: false,
    });
  });

  it('are turned round where the days are', async () => {
    expect(await supplyChanges(graph, { of: 'openai', from: to, to: from })).toEqual({
      of: 'openai',
      gained: [{ company: 'core-scientific', group: 'core-scientific', tier: 2 }],
      lost: [{ company: 'aws', group: 'amazon', tier: 1 }],
      tierMoved: [{ company: 'arm', fromTier: 2, toTier: 3 }],
      tiers: 4,
      explored: 27,
      truncated: false,
    });
  });

  it('are none where the same companies supply on both days', async () => {
    const asked = { of: 'microsoft', from, to, tiers: 1, kinds: ['CHIP_SUPPLY'] };
    expect(await supplyChanges(graph, asked)).toEqual({
      of: 'microsoft',
      gained: [],
      lost: [],
      tierMoved: [],
      tiers: 1,
      explored: 4,
      truncated: false,
    });
  });

  it('compare only the tiers that were read to their end', async () => {
    expect(await compareWithin(8)).toEqual({
      of: 'openai',
      gained: [{ company: 'aws', group: 'amazon', tier: 1 }],
      lost: [],
      tierMoved: [],
      tiers: 1,
      explored: 8,
      truncated: true,
    });
  });

  it('compare a tier that was read to its end by the last deal that may be looked at', async () => {
    // OpenAI has three suppliers on the second day, and then nothing of theirs is read.
    expect(await compareWithin(6)).toEqual({
      of: 'openai',
      gained: [{ company: 'aws', group: 'amazon', tier: 1 }],
      lost: [],
      tierMoved: [],
      tiers: 1,
      explored: 6,
      truncated: true,
    });
  });

  it('call no company lost, nor gained, that was met beyond the tiers compared', async () => {
    // Of tier 3 only the suppliers of AMD and the first one of Nvidia are read; Arm is among them on one of the days.
    expect(await compareWithin(18)).toEqual({
      of: 'openai',
      gained: [{ company: 'aws', group: 'amazon', tier: 1 }],
      lost: [{ company: 'core-scientific', group: 'core-scientific', tier: 2 }],
      tierMoved: [{ company: 'arm', fromTier: 3, toTier: 2 }],
      tiers: 2,
      explored: 18,
      truncated: true,
    });
    expect(await compareWithin(18, [to, from])).toMatchObject({
      lost: [{ company: 'aws', group: 'amazon', tier: 1 }],
      tierMoved: [{ company: 'arm', fromTier: 2, toTier: 3 }],
    });
  });

  it('are asked for 1 to 8 tiers of a company that exists', async () => {
    await expect(supplyChanges(graph, { of: 'openai', from, to, tiers: 0 })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { path: ['tiers'] },
    });
    await expect(supplyChanges(graph, { of: 'opnai', from, to })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { id: 'opnai', nearMatches: ['openai'] },
    });
  });
});
