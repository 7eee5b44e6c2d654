// What all records, all relationships and all deals have in common can be asked without knowing their kind.
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/model/registry.js';
import { ask } from '../support/ask.js';
import { readSection } from '../support/read-seed.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();

/** Who pays whom, by the fields that the seed uses. */
const parties = [
  ['cloudContracts', 'CLOUD_CONTRACT', 'customer', 'supplier'],
  ['chipSupply', 'CHIP_SUPPLY', 'customer', 'supplier'],
  ['componentSupply', 'COMPONENT_SUPPLY', 'customer', 'supplier'],
  ['facilityContracts', 'FACILITY_CONTRACT', 'customer', 'supplier'],
  ['investments', 'INVESTMENT', 'investor', 'investee'],
  ['acquisitions', 'ACQUISITION', 'acquirer', 'target'],
] as const;

const typesNamed = async (name: string): Promise<string[]> => {
  const { type } = await ask<{ type: { possibleTypes: { name: string }[] } }>(
    server.url,
    `{ type: __type(name: "${name}") { possibleTypes { name } } }`,
  );
  return type.possibleTypes.map((possible) => possible.name).sort();
};

describe('Node', () => {
  it('is every kind of record', async () => {
    expect(await typesNamed('Node')).toEqual(kinds.map(({ name }) => name).sort());
  });
});

describe('Relationship', () => {
  it('is every deal, ownership, partnership and competition', async () => {
    expect(await typesNamed('Relationship')).toEqual([
      'Acquisition',
      'ChipSupply',
      'CloudContract',
      'Competition',
      'ComponentSupply',
      'FacilityContract',
      'Investment',
      'Ownership',
      'Partnership',
    ]);
  });

  it('shows the summary and the sources of each', async () => {
    const answer = await ask(
      server.url,
      `{ relationships(filter: { id: { in: ["microsoft-owns-openai", "ai-server-brands", "openai-aws-2025-11"] } }) {
        nodes { __typename id sources { id } ... on Deal { status } }
      } }`,
    );
    expect(answer).toEqual({
      relationships: {
        nodes: [
          {
            __typename: 'Competition',
            id: 'ai-server-brands',
            sources: [{ id: 'tom-hardware-2026-06-idc-servers' }],
          },
          {
            __typename: 'Ownership',
            id: 'microsoft-owns-openai',
            sources: [
              { id: 'rttnews-2025-10-microsoft-openai' },
              { id: 'ciol-2025-10-30-microsoft-openai-stake' },
            ],
          },
          {
            __typename: 'CloudContract',
            id: 'openai-aws-2025-11',
            sources: [
              { id: 'news-summary-2025-11-openai-aws' },
              { id: 'digitimes-2025-11-04-openai-aws' },
              { id: 'techspot-2025-11-04-openai-aws' },
              { id: 'itinsights-2025-openai-aws' },
            ],
            status: 'ACTIVE',
          },
        ],
      },
    });
  });
});

describe('Deal', () => {
  it('is the four supplies, the investment and the acquisition', async () => {
    expect(await typesNamed('Deal')).toEqual([
      'Acquisition',
      'ChipSupply',
      'CloudContract',
      'ComponentSupply',
      'FacilityContract',
      'Investment',
    ]);
  });

  it.each(parties)(
    'of the section %s has the kind %s and is paid by its %s',
    async (section, kind, payer, payee) => {
      const { deals } = await ask<{ deals: { nodes: unknown[] } }>(
        server.url,
        `query ($ids: [ID!]) { deals(first: 200, filter: { id: { in: $ids } }) {
        nodes { id kind status confidence payer { id } payee { id } sources { id } amount { value currency basis } }
      } }`,
        {
          ids: readSection(section)
            .slice(0, 150)
            .map(({ id }) => id),
        },
      );
      const expected = readSection(section)
        .slice(0, 150)
        .map((raw) => ({
          id: raw.id,
          kind,
          status: raw.status,
          confidence: raw.confidence,
          payer: { id: raw[payer] },
          payee: { id: raw[payee] },
          sources: (raw.sources as string[]).map((id) => ({ id })),
          amount: raw.amount ?? null,
        }))
        .sort((one, other) => (one.id < other.id ? -1 : 1));
      expect(deals.nodes).toEqual(expected);
    },
  );
});
