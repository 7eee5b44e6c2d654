// From what people write to the record that they mean.
import { describe, expect, it } from 'vitest';
import { ask, askFault } from '../support/ask.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();

interface Hit {
  readonly score: number;
  readonly matched: string;
  readonly node: { readonly __typename: string; readonly id: string };
}
interface Candidate {
  readonly score: number;
  readonly matchedOn: string;
  readonly company: { readonly id: string };
}

async function search(text: string, args = ''): Promise<readonly Hit[]> {
  const query = `query ($text: String!) { search(text: $text ${args}) { score matched node { __typename id } } }`;
  return (await ask<{ search: Hit[] }>(server.url, query, { text })).search;
}

async function match(name: string, args = ''): Promise<readonly Candidate[]> {
  const query = `query ($name: String!) { match(name: $name ${args}) { score matchedOn company { id } } }`;
  return (await ask<{ match: Candidate[] }>(server.url, query, { name })).match;
}

describe('search', () => {
  it.each([
    ['amazon web servces', 'aws'],
    ['AMAZON WEB SERVICES, INC.', 'aws'],
    ['aws', 'aws'],
    ['Nvidia Corporation', 'nvidia'],
    ['nvdia', 'nvidia'],
    ['NASDAQ:NVDA', 'nvidia'],
    ['tsmc', 'tsmc'],
    ['taiwan semiconducter manufacturing', 'tsmc'],
    ['open ai', 'openai'],
    ['anthropik', 'anthropic'],
    ['mistral', 'mistral-ai'],
    ['schneider éléctric SE', 'schneider-electric'],
    ['core weave', 'coreweave'],
    ['chat gpt', 'chatgpt'],
    ['GB300', 'nvidia-gb300'],
    ['project rainier', 'amazon-project-rainier-new-carlisle'],
    ['openai-aws-2025-11', 'openai-aws-2025-11'],
  ])('finds for %j first of all %s', async (text, id) => {
    const [first] = await search(text);
    expect(first?.node.id).toBe(id);
  });

  it('gives the best first, each once, with a score from 0 to 1 and the text that fits', async () => {
    const hits = await search('amazon web servces', ', first: 50');
    const scores = hits.map(({ score }) => score);
    expect(hits[0]).toMatchObject({
      matched: 'Amazon Web Services',
      node: { __typename: 'Company', id: 'aws' },
    });
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
    expect(Math.min(...scores)).toBeGreaterThan(0);
    expect(new Set(hits.map(({ node }) => node.id)).size).toBe(hits.length);
  });

  it('looks into summaries as well', async () => {
    const hits = await search('right of first refusal', ', first: 50');
    expect(hits.map(({ node }) => node.id)).toContain('openai-microsoft-2025-01');
  });

  it('keeps to the kinds asked for', async () => {
    const hits = await search('openai', ', kinds: [PRODUCT, EVENT]');
    expect(hits.length).toBeGreaterThan(1);
    expect(new Set(hits.map(({ node }) => node.__typename))).toEqual(new Set(['Product', 'Event']));
  });

  it('gives 10 where no number is asked for, and as many as asked', async () => {
    expect(await search('data center')).toHaveLength(10);
    expect(await search('data center', ', first: 3')).toHaveLength(3);
  });

  it('finds nothing in what is written nowhere', async () => {
    expect(await search('qqqqzzzzxxxx')).toEqual([]);
  });

  it.each([
    ['nothing to look for', '!!! ...', ''],
    ['an empty text', '', ''],
    ['201 characters', 'a'.repeat(201), ''],
    ['0 results', 'openai', ', first: 0'],
    ['51 results', 'openai', ', first: 51'],
  ])('refuses %s', async (_what, text, args) => {
    const query = `query ($text: String!) { search(text: $text ${args}) { score } }`;
    expect((await askFault(server.url, query, { text })).code).toBe('VALIDATION_FAILED');
  });

  it.each([
    '" OR *:* OR "',
    '+-&&||!(){}[]^"~*?:\\/',
    "'; MATCH (n) DETACH DELETE n; //",
    'name:*',
    '\u0000\ud800',
  ])('takes %j as a text like any other', async (text) => {
    const query = 'query ($text: String!) { search(text: $text) { score } }';
    await askFault(server.url, query, { text }).then(
      ({ code }) => expect(code).toBe('VALIDATION_FAILED'),
      (answered: Error) => expect(answered.message).toBe('the request was answered without an error'),
    );
    expect((await search('openai'))[0]?.node.id).toBe('openai');
  });
});

describe('match', () => {
  it.each([
    ['Nvidia Corp', 'nvidia'],
    ['NVIDIA', 'nvidia'],
    ['OpenAI, Inc.', 'openai'],
    ['Taiwan Semiconductor Manufacturing Company Limited', 'tsmc'],
    ['Amazon Web Services LLC', 'aws'],
  ])('knows %j as %s for sure', async (name, id) => {
    const [first] = await match(name);
    expect(first).toMatchObject({ score: 1, company: { id } });
  });

  it('is less sure of what is misspelt', async () => {
    const [first] = await match('Anthropik PBC');
    expect(first).toMatchObject({ company: { id: 'anthropic' }, matchedOn: 'Anthropic' });
    expect(first?.score).toBeLessThan(1);
    expect(first?.score).toBeGreaterThan(0.8);
  });

  it('gives companies only, the likeliest first, as many as asked', async () => {
    const candidates = await match('Micron', ', first: 2');
    expect(candidates.length).toBeLessThanOrEqual(2);
    expect(candidates[0]?.company.id).toBe('micron');
    expect(await match('ChatGPT')).not.toContainEqual(
      expect.objectContaining({ company: { id: 'chatgpt' } }),
    );
  });

  it.each([
    ['', ''],
    ['...', ''],
    ['a'.repeat(201), ''],
    ['Nvidia', ', first: 0'],
    ['Nvidia', ', first: 51'],
  ])('refuses %j%s', async (name, args) => {
    const query = `query ($name: String!) { match(name: $name ${args}) { score } }`;
    expect((await askFault(server.url, query, { name })).code).toBe('VALIDATION_FAILED');
  });
});
