/** Administration of a running server: who may, what it answers, and that no secret is told twice. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmbeddedStore } from '../../src/engines/embedded/embedded-store.js';
import { type MadeKey, makeKey } from '../support/make-key.js';
import { postQuery } from '../support/post-query.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

let folder: string;
let server: RunningServer;
let logged = '';
let admin: MadeKey;
const tokens = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-'));
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(text, _encoding, done) {
        logged += String(text);
        done();
      },
    }),
  );
  const unlimited = { RATE_LIMIT_WITH_TOKEN: '0' };
  server = await serveStore(await openEmbeddedStore(join(folder, 'data')), unlimited, log);
  admin = await makeKey(server.store, 'ADMIN', 'grace');
  tokens.set('an admin', admin.text);
  tokens.set('a reader', (await makeKey(server.store, 'READER', 'eve')).text);
  tokens.set('an editor', (await makeKey(server.store, 'EDITOR', 'ada')).text);
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The data of an answer without errors. */
async function administer<Data>(query: string, token = admin.text): Promise<Data> {
  const { data, errors } = await postQuery(server.url, query, { token });
  expect(errors).toBeUndefined();
  return data as Data;
}

interface Created {
  readonly createApiKey: { readonly secret: string; readonly apiKey: { readonly id: string } };
}
const create = (name: string, role: string): string =>
  `mutation { createApiKey(name: "${name}", role: ${role}) { secret apiKey { id name role createdBy revokedAt revokedBy } userErrors { code path message } } }`;
const revoke = (id: string, more = ''): string =>
  `mutation { revokeApiKey(id: "${id}"${more}) { apiKey { id revokedBy } userErrors { code path message } } }`;

describe.each([
  ['apiKeys', '{ apiKeys { id name role } }'],
  ['consistency', '{ consistency { faults } }'],
  ['migrations', '{ migrations { id } }'],
  ['createApiKey', create('x', 'ADMIN')],
  ['revokeApiKey', revoke('000000000000', ', allowLast: true')],
  ['rebuildFlows', 'mutation { rebuildFlows { edges } }'],
  ['backup', 'mutation { backup { path } }'],
])('%s', (_name, query) => {
  test.each([
    ['nobody', undefined, 'UNAUTHENTICATED', 'This needs a token. Send it as "Authorization: Bearer ...".'],
    ['a reader', 'a reader', 'FORBIDDEN', /^eve \(key [0-9a-f]{12}\) is a READER; this needs ADMIN\.$/],
    ['an editor', 'an editor', 'FORBIDDEN', /^ada \(key [0-9a-f]{12}\) is an EDITOR; this needs ADMIN\.$/],
  ])('is not for %s', async (_who, holder, code, message) => {
    const token = holder === undefined ? undefined : tokens.get(holder);
    const { data, errors } = await postQuery(server.url, query, { token });
    expect(data).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({
        message: typeof message === 'string' ? message : expect.stringMatching(message),
        extensions: { code },
      }),
    ]);
  });

  test('is for an admin', async () => {
    expect(await administer(query)).toHaveProperty(_name);
  });
});

test('a new key is shown once, works with its role at once, and is listed with who made it', async () => {
  const { createApiKey: created } = await administer<Created>(create(' the newsroom ', 'EDITOR'));
  const [, id = '', secret = ''] = /^aig_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/.exec(created.secret) ?? [];
  const kept = {
    id,
    name: 'the newsroom',
    role: 'EDITOR',
    createdBy: `grace (key ${admin.id})`,
    revokedAt: null,
    revokedBy: null,
  };
  expect(created).toEqual({ secret: created.secret, apiKey: kept, userErrors: [] });

  const importing = `mutation { importFacts(input: "companies: []", format: YAML) { unchanged userErrors { code } } }`;
  expect(await administer(importing, created.secret)).toEqual({
    importFacts: { unchanged: 0, userErrors: [] },
  });
  const listing = await administer<{ apiKeys: { id: string }[] }>(
    '{ apiKeys { id name role createdBy revokedAt revokedBy } }',
  );
  expect(listing.apiKeys.find((key) => key.id === id)).toEqual(kept);

  expect(await administer(revoke(id))).toEqual({
    revokeApiKey: { apiKey: { id, revokedBy: `grace (key ${admin.id})` }, userErrors: [] },
  });
  for (const place of [logged, JSON.stringify(listing)]) expect(place).not.toContain(secret);
  expect(secret).not.toBe('');
});

const nameRule = 'a key has a name of 1 to 100 characters that says who holds it, such as "newsroom"';

test.each([' ', 'two\\nlines', 'x'.repeat(101)])(
  'a key of the name "%s" is refused, and none is made',
  async (name) => {
    const keys = '{ apiKeys { id } }';
    const before = await administer(keys);
    expect(await administer(create(name, 'READER'))).toEqual({
      createApiKey: {
        secret: null,
        apiKey: null,
        userErrors: [{ code: 'VALIDATION_FAILED', path: ['name'], message: nameRule }],
      },
    });
    expect(await administer(keys)).toEqual(before);
  },
);

test('a key that is not there is told as data', async () => {
  expect(await administer(revoke('nobody'))).toEqual({
    revokeApiKey: {
      apiKey: null,
      userErrors: [
        {
          code: 'NOT_FOUND',
          path: ['id'],
          message: 'There is no key with the id "nobody"; list them to see their ids.',
        },
      ],
    },
  });
});

test('a backup lies where the server says, and nowhere else: its name is nothing that a client gives', async () => {
  const { backup } = await administer<{ backup: { path: string } }>(
    'mutation { backup { path records sequence userErrors { message } } }',
  );
  expect(backup).toEqual({ path: backup.path, records: 0, sequence: 0, userErrors: [] });
  expect(backup.path.startsWith(join(folder, 'data', 'backups', 'graph-'))).toBe(true);
  const { errors } = await postQuery(server.url, 'mutation { backup(file: "/tmp/x") { path } }', {
    token: admin.text,
  });
  expect(errors?.[0]?.message).toMatch(/^Unknown argument "file"/);
});

test('the last key of an admin is revoked only where that is said', async () => {
  const { apiKeys } = await administer<{ apiKeys: { id: string; role: string; revokedAt: string | null }[] }>(
    '{ apiKeys { id role revokedAt } }',
  );
  const others = apiKeys.filter(
    ({ id, role, revokedAt }) => role === 'ADMIN' && !revokedAt && id !== admin.id,
  );
  for (const { id } of others) await administer(revoke(id));
  expect(await administer(revoke(admin.id))).toEqual({
    revokeApiKey: {
      apiKey: null,
      userErrors: [
        {
          code: 'VALIDATION_FAILED',
          path: ['id'],
          message: `"${admin.id}" is the last valid key of an ADMIN: nobody could manage keys with one any more. Make another one first, or allow the last.`,
        },
      ],
    },
  });
  expect(await administer(revoke(admin.id, ', allowLast: true'))).toMatchObject({
    revokeApiKey: { userErrors: [] },
  });
});
