// What the news of November 2025 is set against: Amazon and Anthropic, the products, the sums, the rivals, the share price.
import { describe, expect, it } from 'vitest';
import { ask } from '../support/ask.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();

interface Amount {
  readonly value: number;
  readonly currency: string;
  readonly basis: string;
}

describe('Amazon', () => {
  it('had put 8 billion dollars into Anthropic by then', async () => {
    const { investments } = await ask<{ investments: { nodes: { id: string; amount: Amount }[] } }>(
      server.url,
      `{ investments(filter: { investor: { eq: "amazon" }, investee: { eq: "anthropic" }, announcedOn: { lte: "2025-11-03" } }) {
        nodes { id amount { value currency basis } }
      } }`,
    );
    expect(investments.nodes.map(({ id }) => id)).toEqual([
      'amazon-anthropic-2023-09',
      'amazon-anthropic-2024-11',
    ]);
    expect(
      investments.nodes.every(({ amount }) => amount.currency === 'USD' && amount.basis === 'TOTAL'),
    ).toBe(true);
    expect(investments.nodes.reduce((total, { amount }) => total + amount.value, 0)).toBe(8_000_000_000);
  });

  it('builds campuses, one of them for Anthropic', async () => {
    const { company } = await ask<{ company: { dataCentersAsOperator: { nodes: unknown[] } } }>(
      server.url,
      `{ company(id: "aws") { dataCentersAsOperator { nodes { id region status plannedMW tenants { id } } } } }`,
    );
    const { nodes } = company.dataCentersAsOperator;
    expect(nodes).toContainEqual({
      id: 'amazon-project-rainier-new-carlisle',
      region: 'Indiana',
      status: 'OPERATIONAL',
      plannedMW: 2200,
      tenants: [{ id: 'anthropic' }],
    });
    expect(nodes).toContainEqual({
      id: 'amazon-northwest-louisiana',
      region: 'Louisiana',
      status: 'ANNOUNCED',
      plannedMW: null,
      tenants: [{ id: 'aws' }],
    });
  });

  it('saw its shares rise to a record when AWS signed with OpenAI', async () => {
    expect(
      await ask(
        server.url,
        '{ node(id: "amazon-shares-2025-11-03") { ... on Event { on summary companies { id } deals { id } } } }',
      ),
    ).toEqual({
      node: {
        on: '2025-11-03',
        summary:
          'Amazon shares rise about 5% to a record high after AWS signs its $38 billion contract with OpenAI.',
        companies: [{ id: 'amazon' }, { id: 'aws' }, { id: 'openai' }],
        deals: [{ id: 'openai-aws-2025-11' }],
      },
    });
  });
});

describe('OpenAI', () => {
  it('makes ChatGPT and Sora', async () => {
    const { company } = await ask<{ company: { products: { nodes: { name: string }[] } } }>(
      server.url,
      '{ company(id: "openai") { products { nodes { name } } } }',
    );
    expect(company.products.nodes).toContainEqual({ name: 'ChatGPT' });
    expect(company.products.nodes).toContainEqual({ name: 'Sora' });
  });

  it('has promised about 600 billion dollars beside a yearly revenue of about 13 billion', async () => {
    const metric = (id: string) =>
      `node(id: "${id}") { ... on Metric { company { id } metric period amount { value currency basis } } }`;
    expect(
      await ask(
        server.url,
        `{ commitments: ${metric('openai-commitments-2025-11')} revenue: ${metric('openai-revenue-2025')} }`,
      ),
    ).toEqual({
      commitments: {
        company: { id: 'openai' },
        metric: 'COMMITMENTS',
        period: '2025-11',
        amount: { value: 600_000_000_000, currency: 'USD', basis: 'ESTIMATE' },
      },
      revenue: {
        company: { id: 'openai' },
        metric: 'REVENUE',
        period: '2025',
        amount: { value: 13_000_000_000, currency: 'USD', basis: 'ESTIMATE' },
      },
    });
  });
});

describe('AWS', () => {
  it('competes with Azure and Google Cloud', async () => {
    const { company } = await ask<{ company: { competitions: { nodes: { parties: { id: string }[] }[] } } }>(
      server.url,
      '{ company(id: "aws") { competitions(filter: { market: { eq: CLOUD } }) { nodes { parties { id } } } } }',
    );
    const rivals = company.competitions.nodes.map(({ parties }) => parties.map(({ id }) => id));
    expect(rivals).toContainEqual(['aws', 'microsoft', 'google-cloud']);
  });
});

describe('the news itself', () => {
  it('is a source of the contract, the figures, the rivalry and the share price', async () => {
    const { node } = await ask<{ node: Record<string, { nodes: { id: string }[] }> }>(
      server.url,
      `{ node(id: "news-summary-2025-11-openai-aws") { ... on Source {
        cloudContracts { nodes { id } } metrics { nodes { id } } competitions { nodes { id } } events { nodes { id } }
      } } }`,
    );
    const named = Object.values(node).flatMap(({ nodes }) => nodes.map(({ id }) => id));
    expect(named).toEqual(
      expect.arrayContaining([
        'openai-aws-2025-11',
        'openai-commitments-2025-11',
        'openai-revenue-2025',
        'amazon-shares-2025-11-03',
        'microsoft-openai-recapitalization-2025-10-28',
      ]),
    );
  });
});
