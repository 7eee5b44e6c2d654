import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { reciprocity } from '../../src/questions/reciprocity.js';
import { openGraph } from '../support/open-graph.js';
import { smallMoneyGraphYaml } from '../support/small-money-graph.js';

const on = '2026-01-01' as Day;
const billion = 1_000_000_000n;
const graph = await openGraph(smallMoneyGraphYaml);

describe('reciprocity', () => {
  it('sets what a company pays each counterparty beside what it gets from it', async () => {
    const plain = { rates: [], unconverted: 0 };
    const unknown = { knownUsd: null, ceilingUsd: null };
    expect(await reciprocity(graph, { of: 'lab', on })).toEqual({
      of: 'lab',
      reciprocals: [
        {
          counterparty: 'chips',
          moneyOut: {
            deals: ['lab-chips-2025'],
            knownUsd: 6n * billion,
            ceilingUsd: 6n * billion,
            rates: ['eur-usd-2025-06'],
            unconverted: 0,
          },
          moneyIn: { deals: ['chips-lab-2025'], knownUsd: null, ceilingUsd: 5n * billion, ...plain },
          deals: ['chips-lab-2025', 'lab-chips-2025'],
        },
        {
          counterparty: 'cloud',
          moneyOut: {
            deals: ['lab-cloud-2024', 'lab-cloud-lease-2025', 'lab-cloud-web-2025'],
            knownUsd: 10n * billion,
            ceilingUsd: 14n * billion,
            ...plain,
          },
          moneyIn: { deals: ['cloud-lab-2024'], knownUsd: 3n * billion, ceilingUsd: 3n * billion, ...plain },
          deals: ['lab-cloud-2024', 'cloud-lab-2024', 'lab-cloud-lease-2025', 'lab-cloud-web-2025'],
        },
        {
          counterparty: 'foundry',
          moneyOut: { deals: ['lab-foundry'], ...unknown, rates: [], unconverted: 1 },
          moneyIn: { deals: ['foundry-lab-2025'], ...unknown, ...plain },
          deals: ['lab-foundry', 'foundry-lab-2025'],
        },
      ],
      explored: 9,
      truncated: false,
    });
  });

  it('leaves out who only pays or is only paid', async () => {
    expect(await reciprocity(graph, { of: 'fund', on })).toEqual({
      of: 'fund',
      reciprocals: [],
      explored: 1,
      truncated: false,
    });
  });

  it('asks for a company that exists', async () => {
    await expect(reciprocity(graph, { of: 'labb' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { id: 'labb', nearMatches: ['lab'] },
    });
  });
});
