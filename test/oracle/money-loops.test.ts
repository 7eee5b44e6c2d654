// Money that goes round, on tiny-facts.ts, worked out by hand.
import { describe, expect, it } from 'vitest';
import { slowMoneyLoops } from './money-loops.js';
import { slowReciprocity } from './reciprocity.js';
import { tinyRates as rates, tinyFacts } from './tiny-facts.js';

const facts = tinyFacts();
const on = '2025-12-01';
const billion = 1_000_000_000n;

describe('money loops', () => {
  it('come once each, best known first', () => {
    const loops = slowMoneyLoops(facts, { on, rates });
    expect(loops.map(({ legs: _, ...loop }) => loop)).toEqual([
      {
        companies: ['microsoft', 'openai'],
        unknownLegs: 0,
        smallestKnownLegUsd: billion,
        since: '2025-10-28',
        until: null,
      },
      {
        companies: ['microsoft', 'nvidia', 'openai'],
        unknownLegs: 1,
        smallestKnownLegUsd: 100n * billion,
        since: '2025-10-28',
        until: null,
      },
      {
        companies: ['amazon', 'nvidia', 'openai'],
        unknownLegs: 1,
        smallestKnownLegUsd: 38n * billion,
        since: '2025-11-03',
        until: '2032-12-31',
      },
    ]);
    const ceiling = { knownUsd: null, ceilingUsd: 100n * billion };
    const unknown = { knownUsd: null, ceilingUsd: null };
    const exact = { knownUsd: 250n * billion, ceilingUsd: 250n * billion };
    expect(loops[1]?.legs).toEqual([
      { payer: 'microsoft', payee: 'nvidia', deals: ['microsoft-nvidia-2024'], ...unknown },
      { payer: 'nvidia', payee: 'openai', deals: ['nvidia-openai-2025'], ...ceiling },
      { payer: 'openai', payee: 'microsoft', deals: ['openai-microsoft-2025'], ...exact },
    ]);
  });

  it('keep to the length and the company asked for', () => {
    const loops = (question: { maxLength?: number; through?: string }) =>
      slowMoneyLoops(facts, { on, rates, ...question }).map(({ companies }) => companies.join(' '));
    expect(loops({ maxLength: 2 })).toEqual(['microsoft openai']);
    expect(loops({ through: 'aws' })).toEqual(['amazon nvidia openai']);
    expect(loops({ through: 'tsmc' })).toEqual([]);
  });

  it('are left out where the legs never hold together', () => {
    const ended = facts.investments.map((deal) => ({ ...deal, endsOn: '2025-11-02' }));
    const loops = slowMoneyLoops({ ...facts, investments: ended }, { on, rates, atAnyTime: true });
    // Amazon's cloud was signed a day after Nvidia's money was withdrawn.
    expect(loops.map(({ companies }) => companies.join(' '))).toEqual([
      'microsoft openai',
      'microsoft nvidia openai',
    ]);
  });
});

describe('reciprocity', () => {
  it('sets what goes out beside what comes in', () => {
    expect(slowReciprocity(facts, { of: 'openai', on, rates })).toEqual([
      {
        counterparty: 'microsoft',
        moneyOut: {
          deals: ['openai-microsoft-2025'],
          knownUsd: 250n * billion,
          ceilingUsd: 250n * billion,
        },
        moneyIn: { deals: ['microsoft-openai-2019'], knownUsd: billion, ceilingUsd: billion },
      },
    ]);
    const all = slowReciprocity(facts, { of: 'openai', on, rates, includeOneWay: true });
    expect(all.map(({ counterparty }) => counterparty)).toEqual([
      'amazon',
      'broadcom',
      'microsoft',
      'nvidia',
    ]);
  });
});
