// How companies are connected, in space and in time, on tiny-facts.ts, worked out by hand.
import { describe, expect, it } from 'vitest';
import { slowPaths } from './paths.js';
import { slowTimeline } from './timeline.js';
import { tinyFacts } from './tiny-facts.js';

const facts = tinyFacts();
const on = '2025-12-01';

describe('paths', () => {
  const hop = (flow: string, from: string, to: string, deals: string[], ownerships: string[] = []) => ({
    flow,
    from,
    to,
    deals,
    ownerships,
  });

  it('walk flows both ways and show their true direction', () => {
    expect(slowPaths(facts, { from: 'openai', to: 'nvidia', on, maxLength: 2 })).toEqual([
      {
        companies: ['openai', 'nvidia'],
        steps: [[hop('MONEY', 'nvidia', 'openai', ['nvidia-openai-2025'])]],
      },
      {
        companies: ['openai', 'amazon', 'nvidia'],
        steps: [
          [
            hop('GOODS', 'amazon', 'openai', ['openai-aws-2025']),
            hop('MONEY', 'openai', 'amazon', ['openai-aws-2025']),
          ],
          [
            hop('GOODS', 'nvidia', 'amazon', ['amazon-nvidia-2024']),
            hop('MONEY', 'amazon', 'nvidia', ['amazon-nvidia-2024']),
          ],
        ],
      },
      {
        companies: ['openai', 'microsoft', 'nvidia'],
        steps: [
          [
            hop('GOODS', 'microsoft', 'openai', ['openai-microsoft-2025']),
            hop('MONEY', 'microsoft', 'openai', ['microsoft-openai-2019']),
            hop('MONEY', 'openai', 'microsoft', ['openai-microsoft-2025']),
            hop('CONTROL', 'microsoft', 'openai', [], ['microsoft-owns-openai']),
          ],
          [
            hop('GOODS', 'nvidia', 'microsoft', ['microsoft-nvidia-2024']),
            hop('MONEY', 'microsoft', 'nvidia', ['microsoft-nvidia-2024']),
          ],
        ],
      },
    ]);
  });

  it('have the kinds of deal asked for, and control', () => {
    const asked = { from: 'openai', to: 'microsoft', on, maxLength: 1, kinds: ['INVESTMENT'] as const };
    expect(slowPaths(facts, asked).map(({ steps }) => steps)).toEqual([
      [
        [
          hop('MONEY', 'microsoft', 'openai', ['microsoft-openai-2019']),
          hop('CONTROL', 'microsoft', 'openai', [], ['microsoft-owns-openai']),
        ],
      ],
    ]);
  });

  it('have at least one hop, and only the flows asked for', () => {
    expect(slowPaths(facts, { from: 'aws', to: 'amazon', on })).toEqual([]);
    const control = slowPaths(facts, { from: 'openai', to: 'microsoft', on, flows: ['CONTROL'] });
    expect(control.map(({ steps }) => steps.flat().map(({ flow }) => flow))).toEqual([['CONTROL']]);
  });
});

describe('timeline', () => {
  it('tells in order of time what touches all of the companies', () => {
    const tell = (of: string[], from?: string, to?: string) =>
      slowTimeline(facts, { of, on, from, to }).map(({ day, type, id }) => `${day} ${type} ${id}`);
    expect(tell(['openai', 'microsoft'])).toEqual([
      '2019-07-01 DEAL microsoft-openai-2019',
      '2023-01-01 DEAL openai-microsoft-2023',
      '2025-10-28 DEAL openai-microsoft-2025',
      '2025-10-28 EVENT openai-microsoft-recapitalize',
    ]);
    expect(tell(['openai'], '2025-10-14', '2025-11')).toEqual([
      '2025-10-28 METRIC openai-commitments-2025-10',
      '2025-10-28 DEAL openai-microsoft-2025',
      '2025-10-28 EVENT openai-microsoft-recapitalize',
      '2025-10-31 METRIC openai-run-rate-2025-10',
      '2025-11-03 DEAL openai-aws-2025',
    ]);
  });
});
