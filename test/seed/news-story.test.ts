// The news of November 2025 that started the project: OpenAI signs with AWS. Each clause of it is in the graph.
import { describe, expect, it } from 'vitest';
import { ask } from '../support/ask.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();

async function node(id: string, type: string, fields: string): Promise<unknown> {
  const answer = await ask<{ node: unknown }>(
    server.url,
    `{ node(id: "${id}") { ... on ${type} { ${fields} } } }`,
  );
  return answer.node;
}

const dollars = (value: number, basis = 'TOTAL') => ({ value, currency: 'USD', basis });
const amount = 'amount { value currency basis }';

describe('OpenAI and AWS', () => {
  it('signed a contract of 38 billion dollars over seven years on 3 November 2025', async () => {
    expect(
      await node(
        'openai-aws-2025-11',
        'CloudContract',
        `supplier { id } customer { id } announcedOn startsOn termYears status confidence ${amount}`,
      ),
    ).toEqual({
      supplier: { id: 'aws' },
      customer: { id: 'openai' },
      announcedOn: '2025-11-03',
      startsOn: '2025-11',
      termYears: 7,
      status: 'ACTIVE',
      confidence: 'CONFIRMED',
      amount: dollars(38_000_000_000),
    });
  });

  it('agreed on GB200 and GB300 chips of Nvidia, all of them at work by the end of 2026', async () => {
    expect(
      await node(
        'openai-aws-2025-11',
        'CloudContract',
        'capacityBy chips { id name designer { id } chipType }',
      ),
    ).toEqual({
      capacityBy: '2026-12',
      chips: [
        { id: 'nvidia-gb200', name: 'Nvidia GB200', designer: { id: 'nvidia' }, chipType: 'GPU' },
        { id: 'nvidia-gb300', name: 'Nvidia GB300', designer: { id: 'nvidia' }, chipType: 'GPU' },
      ],
    });
  });

  it('left OpenAI free to buy elsewhere', async () => {
    expect(await node('openai-aws-2025-11', 'CloudContract', 'exclusivity')).toEqual({ exclusivity: 'NONE' });
  });

  it('did so for the first time: no earlier cloud contract ties the two', async () => {
    const { cloudContracts } = await ask<{ cloudContracts: unknown }>(
      server.url,
      '{ cloudContracts(filter: { customer: { eq: "openai" }, supplier: { eq: "aws" }, announcedOn: { lt: "2025-11-03" } }) { totalCount } }',
    );
    expect(cloudContracts).toEqual({ totalCount: 0 });
  });
});

describe("OpenAI's reliance on Azure alone", () => {
  it('began in 2019 and ended in January 2025', async () => {
    expect(
      await node(
        'openai-microsoft-2019-07',
        'CloudContract',
        'supplier { id } customer { id } exclusivity announcedOn endsOn status replacedBy { id }',
      ),
    ).toEqual({
      supplier: { id: 'microsoft' },
      customer: { id: 'openai' },
      exclusivity: 'EXCLUSIVE',
      announcedOn: '2019-07',
      endsOn: '2025-01',
      status: 'SUPERSEDED',
      replacedBy: { id: 'openai-microsoft-2025-01' },
    });
  });

  it('became a right of first refusal, which ended a week before the contract with AWS', async () => {
    expect(
      await node(
        'openai-microsoft-2025-01',
        'CloudContract',
        'exclusivity announcedOn endsOn status replacedBy { id }',
      ),
    ).toEqual({
      exclusivity: 'RIGHT_OF_FIRST_REFUSAL',
      announcedOn: '2025-01',
      endsOn: '2025-10-28',
      status: 'SUPERSEDED',
      replacedBy: { id: 'openai-microsoft-2025-10' },
    });
  });

  it('gave way to 250 billion dollars for Azure without any exclusivity', async () => {
    expect(
      await node('openai-microsoft-2025-10', 'CloudContract', `exclusivity announcedOn ${amount}`),
    ).toEqual({
      exclusivity: 'NONE',
      announcedOn: '2025-10-28',
      amount: dollars(250_000_000_000),
    });
  });
});

describe("OpenAI's restructuring", () => {
  it('was complete on 28 October 2025, and left Microsoft with 27 percent', async () => {
    expect(
      await node(
        'openai-recapitalization-2025-10-28',
        'Event',
        'on deals { id ... on Ownership { owner { id } owned { id } stakePercent since } }',
      ),
    ).toEqual({
      on: '2025-10-28',
      deals: [
        {
          id: 'microsoft-owns-openai',
          owner: { id: 'microsoft' },
          owned: { id: 'openai' },
          stakePercent: 27,
          since: '2025-10-28',
        },
        {
          id: 'openai-foundation-owns-openai',
          owner: { id: 'openai-foundation' },
          owned: { id: 'openai' },
          stakePercent: 26,
          since: '2025-10-28',
        },
      ],
    });
  });

  it("ended Microsoft's right of first refusal", async () => {
    const event = (await node(
      'microsoft-openai-recapitalization-2025-10-28',
      'Event',
      'on summary deals { id }',
    )) as {
      summary: string;
    };
    expect(event).toEqual({
      on: '2025-10-28',
      summary: expect.stringContaining('loses its right of first refusal on compute'),
      deals: [{ id: 'openai-microsoft-2025-10' }, { id: 'openai-microsoft-2025-01' }],
    });
  });
});

describe('Microsoft', () => {
  it('is a major investor of OpenAI, since 2019', async () => {
    const { investments } = await ask<{ investments: { nodes: unknown[] } }>(
      server.url,
      `{ investments(filter: { investor: { eq: "microsoft" }, investee: { eq: "openai" }, announcedOn: { lt: "2025-11" } }, orderBy: ANNOUNCED_ON_ASC) {
        nodes { id announcedOn ${amount} }
      } }`,
    );
    expect(investments.nodes).toEqual([
      { id: 'microsoft-openai-2019-07', announcedOn: '2019-07-22', amount: dollars(1_000_000_000) },
      {
        id: 'microsoft-openai-2023-01',
        announcedOn: '2023-01-23',
        amount: dollars(10_000_000_000, 'ESTIMATE'),
      },
      { id: 'microsoft-openai-2024-10', announcedOn: '2024-10-02', amount: null },
    ]);
  });
});
