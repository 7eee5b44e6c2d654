/** API keys: who holds one is known, and nothing that is kept of it would let somebody else in. */
import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { createAuthenticator } from '../../src/auth/authenticator.js';
import { rememberKeys } from '../../src/auth/remembered-keys.js';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { endKey, makeKey } from '../support/make-key.js';
import { anyRead, postQuery, readAnswer, refusalOf } from '../support/post-query.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();
const read = (token: string) => postQuery(server.url, anyRead, { token });

const notKnown = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'This API key is not known. Check that it was copied whole.',
};

describe('a key', () => {
  test.each(['READER', 'EDITOR', 'ADMIN'] as const)('of a %s lets its holder read', async (role) => {
    const { text } = await makeKey(server.store, role);
    expect((await read(text)).data).toEqual(readAnswer);
  });

  test('can be told by its form: a prefix, its id and 256 random bits', async () => {
    const { id, text } = await makeKey(server.store, 'READER');
    expect(text).toMatch(/^aig_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
    expect(text.split('_')[1]).toBe(id);
  });

  test('is in the graph as a hash only', async () => {
    const { id, text } = await makeKey(server.store, 'EDITOR', 'newsroom');
    const [row] = await server.store.read((reader) =>
      reader.run<{ key: Record<string, unknown> }>(
        'MATCH (key:ApiKey {id: $id}) RETURN properties(key) AS key',
        { id },
      ),
    );
    const secret = text.slice('aig_'.length + id.length + 1);
    const { createdAt, ...kept } = row?.key ?? {};
    expect(kept).toEqual({
      id,
      name: 'newsroom',
      role: 'EDITOR',
      hash: createHash('sha256').update(secret).digest('hex'),
      createdBy: 'test',
    });
    expect(String(createdAt)).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  test('is refused with any other secret', async () => {
    const { id, text } = await makeKey(server.store, 'ADMIN');
    const other = await makeKey(server.store, 'ADMIN');
    const last = text.endsWith('A') ? 'B' : 'A';
    const otherSecret = other.text.slice(-43);
    for (const wrong of [`${text.slice(0, -1)}${last}`, `aig_${id}_${otherSecret}`]) {
      expect(refusalOf(await read(wrong))).toEqual(notKnown);
    }
  });

  test.each([
    'aig_',
    'aig__',
    'aig_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    `aig_000000000000_${'A'.repeat(5000)}`,
    'aig_../../../../_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  ])('that nobody made is refused, also for reading: %.40s', async (text) => {
    expect(refusalOf(await read(text))).toEqual(notKnown);
  });

  test('that was revoked is refused, and the reply says since when', async () => {
    const { id, text } = await makeKey(server.store, 'EDITOR');
    await endKey(server.store, id);
    const { status, code, message } = refusalOf(await read(text));
    expect({ status, code }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
    expect(message).toMatch(new RegExp(`^The API key ${id} was revoked on \\d{4}-`));
  });

  test('that was in use when another process revoked it is refused within seconds', {
    timeout: 20_000,
  }, async () => {
    const { id, text } = await makeKey(server.store, 'EDITOR');
    expect((await read(text)).status).toBe(200);
    await endKey(server.store, id);
    await expect.poll(async () => (await read(text)).status, { interval: 250 }).toBe(401);
  });
});

test.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'bearer  ', 'Token x', 'x'.repeat(4000)])(
  'an Authorization header that is not understood is refused: %.20s',
  async (authorization) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: anyRead }),
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="ai-infra-graph"');
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'The Authorization header is not understood. Send it as "Authorization: Bearer ...".',
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    });
  },
);

test('what is known of a key is looked up again after five seconds, not before', async () => {
  const store = await openMemoryStore();
  let now = 1_000_000;
  const lookedUp = vi.spyOn(store, 'read');
  const authenticate = createAuthenticator({ lookUpKey: rememberKeys(store, () => now) });
  const { id, text } = await makeKey(store, 'EDITOR', 'newsroom');
  const header = `Bearer ${text}`;

  expect(await authenticate(header)).toEqual({ actor: { name: `newsroom (key ${id})`, role: 'EDITOR' } });
  await endKey(store, id);
  now += 4_999;
  expect(await authenticate(header)).toEqual({ actor: { name: `newsroom (key ${id})`, role: 'EDITOR' } });
  expect(lookedUp).toHaveBeenCalledTimes(1);
  now += 1;
  await expect(authenticate(header)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await store.close();
});

describe('where reading needs a token, too', () => {
  const closed = shareSeededServer({ REQUIRE_AUTH: 'true' });

  test('nobody reads without one, not even the schema', async () => {
    for (const query of [anyRead, '{ __schema { queryType { name } } }']) {
      expect(refusalOf(await postQuery(closed.url, query))).toEqual({
        status: 401,
        code: 'UNAUTHENTICATED',
        message: 'Reading needs a token here. Send it as "Authorization: Bearer ...".',
      });
    }
  });

  test('a reader reads', async () => {
    const { text } = await makeKey(closed.store, 'READER');
    expect((await postQuery(closed.url, anyRead, { token: text })).data).toEqual(readAnswer);
  });

  test('health is told to everybody', async () => {
    const [live, ready] = await Promise.all(
      ['live', 'ready'].map((name) => fetch(`${closed.url}/health/${name}`)),
    );
    expect([live?.status, ready?.status]).toEqual([200, 200]);
  });
});
