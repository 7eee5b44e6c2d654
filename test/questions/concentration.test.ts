import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { concentration, concentrationSide, concentrationWeight } from '../../src/questions/concentration.js';
import { slowConcentration } from '../oracle/concentration.js';
import { openGraph, withFacts } from '../support/open-graph.js';
import { randomRates } from '../support/random-money.js';
import { randomFactsAndQuestion } from '../support/random-questions.js';
import { smallMoneyGraphYaml } from '../support/small-money-graph.js';

const on = '2026-01-01' as Day;
const billion = 1_000_000_000n;
const graph = await openGraph(smallMoneyGraphYaml);

describe('concentration', () => {
  it('weighs suppliers by dollars, ceilings in full, and counts what dollars do not weigh', async () => {
    expect(await concentration(graph, { of: 'lab', side: 'SUPPLIERS', on })).toEqual({
      of: 'lab',
      hhi: expect.closeTo((0.7 * 0.7 + 0.3 * 0.3) * 10_000, 6),
      shares: [
        { group: 'cloud', usd: 14n * billion, deals: 2, share: 0.7 },
        { group: 'chips', usd: 6n * billion, deals: 1, share: 0.3 },
      ],
      // A yearly rent, and won for which there is no rate.
      unknown: 2,
      rates: ['eur-usd-2025-06'],
      explored: 5,
      truncated: false,
    });
  });

  it('weighs by deals where asked', async () => {
    expect(await concentration(graph, { of: 'lab', side: 'SUPPLIERS', weight: 'DEALS', on })).toEqual({
      of: 'lab',
      hhi: expect.closeTo((0.6 * 0.6 + 0.2 * 0.2 + 0.2 * 0.2) * 10_000, 6),
      shares: [
        { group: 'cloud', usd: 14n * billion, deals: 3, share: 0.6 },
        { group: 'chips', usd: 6n * billion, deals: 1, share: 0.2 },
        { group: 'foundry', usd: null, deals: 1, share: 0.2 },
      ],
      unknown: 0,
      rates: ['eur-usd-2025-06'],
      explored: 5,
      truncated: false,
    });
  });

  it('of customers takes the whole group that sells', async () => {
    expect(await concentration(graph, { of: 'cloud-web', side: 'CUSTOMERS', on })).toMatchObject({
      hhi: 10_000,
      shares: [{ group: 'lab', usd: 14n * billion, deals: 2, share: 1 }],
      unknown: 1,
    });
    expect(
      await concentration(graph, { of: 'cloud-web', side: 'CUSTOMERS', on, rollUp: false }),
    ).toMatchObject({
      shares: [{ group: 'lab', usd: 4n * billion, deals: 1, share: 1 }],
      unknown: 0,
    });
  });

  it('of investors leaves out who bought the company', async () => {
    expect(await concentration(graph, { of: 'lab', side: 'INVESTORS', on })).toMatchObject({
      shares: [
        { group: 'chips', usd: 5n * billion, deals: 1, share: 5 / 9 },
        { group: 'cloud', usd: 3n * billion, deals: 1, share: 3 / 9 },
        { group: 'fund', usd: billion, deals: 1, share: 1 / 9 },
      ],
      unknown: 1,
    });
    const bought = await concentration(graph, { of: 'cloud-web', side: 'INVESTORS', on, rollUp: false });
    expect(bought).toMatchObject({ hhi: 0, shares: [], unknown: 0 });
  });
});

describe('on any facts', () => {
  it('concentration is what counting one deal after the other gives', { timeout: 60_000 }, async () => {
    const anyFacts = fc.tuple(
      randomFactsAndQuestion({ figures: false }),
      randomRates,
      fc.constantFrom(...concentrationSide.values),
      fc.constantFrom(...concentrationWeight.values),
    );
    await fc.assert(
      fc.asyncProperty(anyFacts, async ([{ facts, question }, rates, side, weight]) => {
        const expected = slowConcentration(facts, { ...question, rates, side, weight });
        await withFacts(facts, rates, async (made) => {
          const { hhi, shares, unknown } = await concentration(made, {
            ...question,
            on: question.on as Day,
            side,
            weight,
          });
          expect({ hhi, shares, unknown }).toEqual({
            hhi: expect.closeTo(expected.hhi, 6),
            shares: expected.shares.map((share) => ({ ...share, share: expect.closeTo(share.share, 12) })),
            unknown: expected.unknown,
          });
        });
      }),
      { numRuns: 100 },
    );
  });
});
