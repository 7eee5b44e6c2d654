// The oracle's answers about supply on a world small enough to work them out by hand (tiny-facts.ts).
import { describe, expect, it } from 'vitest';
import { slowComputeSupply } from './compute-supply.js';
import { slowExposure } from './exposure.js';
import { slowSupplyChanges } from './supply-changes.js';
import { tinyFacts } from './tiny-facts.js';

const facts = tinyFacts();
const on = '2025-12-01';

describe('compute supply', () => {
  it('lists each group at its smallest tier with the companies that signed', () => {
    expect(slowComputeSupply(facts, { of: 'openai', on })).toEqual({
      tiers: [
        {
          tier: 1,
          suppliers: [
            { company: 'aws', group: 'amazon', deals: ['openai-aws-2025'], suppliesTo: ['openai'] },
            {
              company: 'broadcom',
              group: 'broadcom',
              deals: ['openai-broadcom-2025'],
              suppliesTo: ['openai'],
            },
            {
              company: 'microsoft',
              group: 'microsoft',
              deals: ['openai-microsoft-2025'],
              suppliesTo: ['openai'],
            },
          ],
        },
        {
          tier: 2,
          suppliers: [
            {
              company: 'nvidia',
              group: 'nvidia',
              deals: ['amazon-nvidia-2024', 'microsoft-nvidia-2024'],
              suppliesTo: ['amazon', 'microsoft'],
            },
            // TSMC supplies Nvidia too, but that is no deal reaching tier 1.
            { company: 'tsmc', group: 'tsmc', deals: ['broadcom-tsmc'], suppliesTo: ['broadcom'] },
          ],
        },
        {
          tier: 3,
          suppliers: [{ company: 'asml', group: 'asml', deals: ['tsmc-asml'], suppliesTo: ['tsmc'] }],
        },
      ],
    });
  });

  it('without roll-up stops at the company that signed, which others supply in its own name', () => {
    const companies = (of: string, tiers: number) =>
      slowComputeSupply(facts, { of, on, tiers, rollUp: false }).tiers.map(({ suppliers }) =>
        suppliers.map(({ company }) => company),
      );
    expect(companies('aws', 1)).toEqual([]);
    expect(companies('amazon', 1)).toEqual([['aws', 'nvidia']]);
    expect(slowComputeSupply(facts, { of: 'aws', on, tiers: 1 }).tiers).toEqual([
      {
        tier: 1,
        suppliers: [
          { company: 'nvidia', group: 'nvidia', deals: ['amazon-nvidia-2024'], suppliesTo: ['amazon'] },
        ],
      },
    ]);
  });

  it('keeps to the kinds asked for', () => {
    const { tiers } = slowComputeSupply(facts, { of: 'openai', on, kinds: ['CHIP_SUPPLY'] });
    expect(tiers.map(({ suppliers }) => suppliers.map(({ company }) => company))).toEqual([['broadcom']]);
  });
});

describe('exposure', () => {
  it('is supply seen from the other end', () => {
    expect(slowExposure(facts, { to: 'nvidia', on })).toEqual({
      tiers: [
        {
          tier: 1,
          customers: [
            { company: 'amazon', group: 'amazon', deals: ['amazon-nvidia-2024'], dependsOn: ['nvidia'] },
            {
              company: 'microsoft',
              group: 'microsoft',
              deals: ['microsoft-nvidia-2024'],
              dependsOn: ['nvidia'],
            },
          ],
        },
        {
          tier: 2,
          customers: [
            {
              company: 'openai',
              group: 'openai',
              deals: ['openai-aws-2025', 'openai-microsoft-2025'],
              dependsOn: ['aws', 'microsoft'],
            },
          ],
        },
      ],
    });
  });
});

describe('supply changes', () => {
  it('tell what came, what went and what moved', () => {
    const changes = (from: string, to: string) => slowSupplyChanges(facts, { of: 'openai', from, to });
    // Broadcom's deal makes TSMC a supplier's supplier; before, it stood behind Microsoft and Nvidia.
    expect(changes('2025-10-12', '2025-10-13')).toEqual({
      gained: [{ company: 'broadcom', group: 'broadcom', tier: 1 }],
      lost: [],
      tierMoved: [
        { company: 'asml', fromTier: 4, toTier: 3 },
        { company: 'tsmc', fromTier: 3, toTier: 2 },
      ],
    });
    expect(changes('2025-11-03', '2025-11-02').lost).toEqual([{ company: 'aws', group: 'amazon', tier: 1 }]);
    // One Microsoft deal takes the place of the other: no change.
    expect(changes('2025-10-27', '2025-10-28')).toEqual({ gained: [], lost: [], tierMoved: [] });
  });
});
