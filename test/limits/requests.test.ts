/** What the server does with requests that are too large, persisted, or about its schema. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { greet } from '../support/open-socket.js';
import { shareSeededServer } from '../support/running-server.js';

const query = '{ company(id: "openai") { id } }';
const answer = { data: { company: { id: 'openai' } } };

const postBody = (url: string, body: string) =>
  fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

async function post(url: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const response = await postBody(url, JSON.stringify(body));
  return { status: response.status, body: await response.json() };
}

describe('a body', () => {
  const server = shareSeededServer({ MAX_BODY_BYTES: '2048' });
  const ofSize = (bytes: number): string => {
    const bare = JSON.stringify({ query: `${query}#` });
    return JSON.stringify({ query: `${query}#${'x'.repeat(bytes - bare.length)}` });
  };

  test('is read up to the limit', async () => {
    const response = await postBody(server.url, ofSize(2048));
    expect([response.status, await response.json()]).toEqual([200, answer]);
  });

  test('is refused beyond it', async () => {
    const response = await postBody(server.url, ofSize(2049));
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 413,
      body: {
        errors: [{ message: 'Request body is too large', extensions: { code: 'VALIDATION_FAILED' } }],
      },
    });
  });
});

test.each([
  ['{"query": ', 400],
  ['', 400],
  ['null', 400],
  ['5', 400],
  ['{"query": "{ __typename }", "__proto__": {"admin": true}}', 400],
  ['{"query": "{ __typename }", "constructor": {"prototype": {"admin": true}}}', 400],
  ['{"query": {"kind": "Document"}}', 400],
  ['{"query": "{ __typename }", "variables": "{}"}', 400],
  ['{"query": "{ __typename }", "operationName": 5}', 400],
])('the body %s is refused in the form of GraphQL', async (body, status) => {
  const response = await postBody(plain.url, body);
  expect({ status: response.status, body: await response.json() }).toEqual({
    status,
    body: { errors: [{ message: expect.any(String), extensions: { code: 'VALIDATION_FAILED' } }] },
  });
  expect(Object.prototype).not.toHaveProperty('admin');
});

const plain = shareSeededServer();

test('an address where nothing is says where the API is', async () => {
  const response = await fetch(`${plain.url}/grapqhl`, { method: 'POST' });
  expect({ status: response.status, body: await response.json() }).toEqual({
    status: 404,
    body: {
      errors: [
        {
          message: 'There is nothing here. The API and its playground are at /graphql.',
          extensions: { code: 'NOT_FOUND' },
        },
      ],
    },
  });
});

describe('a persisted query', () => {
  const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
  const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } });

  test('is sent once, and then asked by its hash', async () => {
    const text = `${query} # kept`;
    const byHash = { extensions: persisted(text) };
    expect(await post(plain.url, byHash)).toEqual({
      status: 200,
      body: {
        errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
      },
    });
    expect(await post(plain.url, { query: text, ...byHash })).toEqual({ status: 200, body: answer });
    expect(await post(plain.url, byHash)).toEqual({ status: 200, body: answer });
  });

  test('is refused under the hash of another one', async () => {
    expect(await post(plain.url, { query, extensions: persisted('{ __typename }') })).toEqual({
      status: 400,
      body: {
        errors: [{ message: 'provided sha does not match query', extensions: { code: 'VALIDATION_FAILED' } }],
      },
    });
  });

  test('is forgotten when many others came after it, so that they can not fill the memory', {
    timeout: 60_000,
  }, async () => {
    const first = `${query} # first`;
    await post(plain.url, { query: first, extensions: persisted(first) });
    // 40 queries of 900 kB are more than the 30 MiB that are kept.
    for (let index = 0; index < 40; index += 1) {
      const text = `${query} # ${index} ${'x'.repeat(900_000)}`;
      expect((await post(plain.url, { query: text, extensions: persisted(text) })).status).toBe(200);
    }
    expect(await post(plain.url, { extensions: persisted(first) })).toMatchObject({
      body: { errors: [{ message: 'PersistedQueryNotFound' }] },
    });
  });
});

describe('with INTROSPECTION=false', () => {
  const server = shareSeededServer({ INTROSPECTION: 'false' });

  test('the schema is not told, also not by hints at near names', async () => {
    const asked = await post(server.url, { query: '{ __schema { queryType { name } } }' });
    expect(asked).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'VALIDATION_FAILED' } }] },
    });
    const misspelt = await post(server.url, { query: '{ compny(id: "openai") { id } }' });
    expect(misspelt.status).toBe(400);
    expect(JSON.stringify(misspelt.body)).not.toContain('company');
    const wrongValue = await post(server.url, {
      query: 'query ($side: ConcentrationSide!) { concentration(of: "openai", side: $side) { unknown } }',
      variables: { side: 'CUSTOMER' },
    });
    expect(JSON.stringify(wrongValue.body)).toContain('\\"CUSTOMER\\" does not exist');
    expect(JSON.stringify(wrongValue.body)).not.toContain('CUSTOMERS');
  });

  test('nor is it to those who subscribe', async () => {
    const query = 'subscription { change { sequence } }';
    const response = await fetch(`${server.url}/graphql/stream?${new URLSearchParams({ query })}`);
    const refused = [
      {
        message: 'Cannot query field "change" on type "Subscription".',
        locations: [{ line: 1, column: 16 }],
        extensions: { code: 'VALIDATION_FAILED' },
      },
    ];
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 400,
      body: { errors: refused },
    });
    const socket = await greet(server.url);
    socket.send({ type: 'subscribe', id: '1', payload: { query } });
    expect(await socket.next()).toEqual({ type: 'error', id: '1', payload: refused });
    for (const hidden of ['{ __schema { queryType { name } } }', '{ __type(name: "Query") { name } }']) {
      socket.send({ type: 'subscribe', id: '2', payload: { query: `subscription ${hidden}` } });
      expect(JSON.stringify(await socket.next())).toContain('Cannot query field');
    }
    await socket.close();
  });

  test('queries are answered', async () => {
    expect(await post(server.url, { query })).toEqual({ status: 200, body: answer });
  });
});
