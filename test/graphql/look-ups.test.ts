// Single records by id, and what happens to ids that nobody has or that can't be ids.
import { describe, expect, it } from 'vitest';
import { ask, askFault } from '../support/ask.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();

describe('node', () => {
  it('finds a record of any kind by its id alone', async () => {
    const answer = await ask(
      server.url,
      `{
        company: node(id: "openai") { __typename id }
        chip: node(id: "nvidia-gb200") { __typename id }
        contract: node(id: "openai-aws-2025-11") { __typename id }
        source: node(id: "news-summary-2025-11-openai-aws") { __typename id }
        competition: node(id: "ai-server-brands") { __typename id }
      }`,
    );
    expect(answer).toEqual({
      company: { __typename: 'Company', id: 'openai' },
      chip: { __typename: 'Chip', id: 'nvidia-gb200' },
      contract: { __typename: 'CloudContract', id: 'openai-aws-2025-11' },
      source: { __typename: 'Source', id: 'news-summary-2025-11-openai-aws' },
      competition: { __typename: 'Competition', id: 'ai-server-brands' },
    });
  });

  it('is null for an id that nobody has', async () => {
    expect(await ask(server.url, '{ node(id: "opnai") { id } }')).toEqual({ node: null });
  });

  it.each(['OpenAI', 'open ai', 'open--ai', '-openai', 'openai-', '', 'öpenai', "x'}) RETURN 1 //"])(
    'refuses %j, which is no id',
    async (id) => {
      const fault = await askFault(server.url, 'query ($id: ID!) { node(id: $id) { id } }', { id });
      expect(fault).toEqual({
        code: 'VALIDATION_FAILED',
        message: `"${id}" is not an id; write lower-case letters, digits and single hyphens, such as "openai-aws-2025-11"`,
      });
    },
  );

  it('refuses an id of 121 characters and takes one of 120', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await askFault(server.url, query, { id: 'a'.repeat(121) })).toEqual({
      code: 'VALIDATION_FAILED',
      message: 'an id has at most 120 characters',
    });
    expect(await ask(server.url, query, { id: 'a'.repeat(120) })).toEqual({ node: null });
  });
});

describe('nodes', () => {
  it('keeps the order of the ids, with null for those that nobody has and repeats repeated', async () => {
    const ids = ['openai', 'nobody', 'openai-aws-2025-11', 'openai', 'nvidia-gb200'];
    expect(
      await ask(server.url, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', { ids }),
    ).toEqual({
      nodes: [
        { id: 'openai', __typename: 'Company' },
        null,
        { id: 'openai-aws-2025-11', __typename: 'CloudContract' },
        { id: 'openai', __typename: 'Company' },
        { id: 'nvidia-gb200', __typename: 'Chip' },
      ],
    });
  });

  it('is empty for no ids', async () => {
    expect(await ask(server.url, '{ nodes(ids: []) { id } }')).toEqual({ nodes: [] });
  });

  it('refuses a list in which one is no id', async () => {
    const fault = await askFault(server.url, '{ nodes(ids: ["openai", "Open AI"]) { id } }');
    expect(fault.code).toBe('VALIDATION_FAILED');
  });

  it('takes 200 ids and refuses 201', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const { nodes } = await ask<{ nodes: unknown[] }>(server.url, query, { ids: Array(200).fill('openai') });
    expect(nodes).toEqual(Array(200).fill({ id: 'openai' }));
    expect(await askFault(server.url, query, { ids: Array(201).fill('openai') })).toEqual({
      code: 'VALIDATION_FAILED',
      message: 'ids names 201; it names at most 200',
    });
  });
});

describe('company', () => {
  it('gives the record as it stands in the seed', async () => {
    const answer = await ask(
      server.url,
      '{ company(id: "aws") { id version name roles country aliases legalName ticker founded sources { id } } }',
    );
    expect(answer).toEqual({
      company: {
        id: 'aws',
        version: 1,
        name: 'Amazon Web Services',
        roles: ['HYPERSCALER', 'CHIP_DESIGNER'],
        country: 'US',
        aliases: ['AWS'],
        legalName: null,
        ticker: null,
        founded: null,
        sources: [],
      },
    });
  });

  it('is null for an id that nobody has, and for one that is no company', async () => {
    expect(
      await ask(
        server.url,
        '{ nobody: company(id: "opnai") { id } chip: company(id: "nvidia-gb200") { id } }',
      ),
    ).toEqual({ nobody: null, chip: null });
  });

  it('refuses what is no id', async () => {
    expect((await askFault(server.url, '{ company(id: "Open AI") { id } }')).code).toBe('VALIDATION_FAILED');
  });
});
