/** A WebSocket is let in by the rules of every other request, and what comes over it is held to them. */
import { afterEach, describe, expect, test } from 'vitest';
import { followByEvents } from '../live/follow.js';
import { importText } from '../support/import-text.js';
import { makeKey } from '../support/make-key.js';
import { greet, type OpenSocket, openSocket, tryToOpen } from '../support/open-socket.js';
import { postQuery } from '../support/post-query.js';
import { type SharedServer, shareSeededServer } from '../support/running-server.js';

const open: OpenSocket[] = [];
afterEach(async () => {
  for (const socket of open.splice(0)) await socket.close();
});
const keep = (socket: OpenSocket): OpenSocket => {
  open.push(socket);
  return socket;
};
const share = (environment: Record<string, string>): SharedServer =>
  shareSeededServer({ SEED: 'never', ...environment });

const subscribe = (id: string, query = 'subscription { changes { sequence } }') => ({
  type: 'subscribe',
  id,
  payload: { query },
});

describe('an address without a token', () => {
  const server = share({ RATE_LIMIT: '2' });

  test('opens as many as it may ask queries, and is told how long to wait', async () => {
    keep(await openSocket(server.url));
    keep(await openSocket(server.url));
    const refused = await tryToOpen(server.url);
    const seconds = 'retryAfter' in refused ? Number(refused.retryAfter) : 0;
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused).toEqual({
      status: 429,
      retryAfter: String(seconds),
      body: {
        errors: [
          {
            message: `More than 2 requests in a minute; go on in ${seconds} seconds.`,
            extensions: { code: 'RATE_LIMITED', limit: 2, retryAfterSeconds: seconds },
          },
        ],
      },
    });
    expect((await postQuery(server.url, '{ __typename }')).status).toBe(429);
  });
});

describe('a token', () => {
  const server = share({ RATE_LIMIT_WITH_TOKEN: '2', REQUIRE_AUTH: 'true' });

  test('subscribes as often as it may ask, over one connection too', async () => {
    const { text } = await makeKey(server.store, 'READER');
    const socket = keep(await greet(server.url, text));
    for (const id of ['1', '2', '3']) socket.send(subscribe(id));
    expect(await socket.next()).toEqual({
      type: 'error',
      id: '3',
      payload: [
        {
          message: expect.stringMatching(/^More than 2 requests in a minute; go on in \d+ seconds\.$/),
          extensions: { code: 'RATE_LIMITED', limit: 2, retryAfterSeconds: expect.any(Number) },
        },
      ],
    });
    expect((await postQuery(server.url, '{ __typename }', { token: text })).status).toBe(429);
  });

  test('may come with the request, and is then refused as with any other', async () => {
    const { text } = await makeKey(server.store, 'READER');
    const socket = keep(await openSocket(server.url, { authorization: `Bearer ${text}` }));
    socket.send({ type: 'connection_init' });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    expect(await tryToOpen(server.url, { authorization: 'Bearer nonsense' })).toEqual({
      status: 401,
      retryAfter: undefined,
      body: {
        errors: [
          {
            message: 'This is not an API key, and no issuer of tokens is trusted here.',
            extensions: { code: 'UNAUTHENTICATED' },
          },
        ],
      },
    });
  });

  test.each([
    [{}, 'Reading needs a token here. Send it as "Authorization: Bearer ...".'],
    [
      { authorization: 'Bearer aig_000000000000_x' },
      'This API key is not known. Check that it was copied whole.',
    ],
  ])('is needed in the first message at the latest: %j', async (payload, reason) => {
    const socket = await openSocket(server.url);
    socket.send({ type: 'connection_init', payload });
    expect(await socket.closed).toEqual({ code: 4403, reason });
  });
});

const tooMany = (status: number, code: string, message: string, details: object) => ({
  status,
  retryAfter: '2',
  body: { errors: [{ message, extensions: { ...details, code, retryAfterSeconds: 2 } }] },
});
const statusOf = async (opening: ReturnType<typeof tryToOpen>): Promise<number | undefined> => {
  const opened = await opening;
  if ('status' in opened) return opened.status;
  keep(opened);
  return 101;
};

describe('beyond the live connections', () => {
  const ofProcess = share({ MAX_LIVE_CONNECTIONS: '2' });
  const ofAddress = share({ MAX_LIVE_CONNECTIONS_PER_CLIENT: '1', TRUST_PROXY: '127.0.0.1' });

  test('of a process, event streams among them, further ones wait until one has ended', async () => {
    const feed = await followByEvents(ofProcess.url, 'subscription { changes { sequence } }');
    const socket = await openSocket(ofProcess.url);
    expect(await tryToOpen(ofProcess.url)).toEqual(
      tooMany(503, 'UNAVAILABLE', 'The server has more to do than it can at the moment; try again soon.', {}),
    );
    expect((await postQuery(ofProcess.url, '{ __typename }')).status).toBe(200);
    await socket.close();
    await expect.poll(() => statusOf(tryToOpen(ofProcess.url))).toBe(101);
    await feed.stop();
    await expect.poll(() => statusOf(tryToOpen(ofProcess.url))).toBe(101);
  });

  test('of one address, only that address waits', async () => {
    const from = (address: string) => tryToOpen(ofAddress.url, { 'x-forwarded-for': address });
    expect(await statusOf(from('192.0.2.1'))).toBe(101);
    expect(await from('192.0.2.1')).toEqual(
      tooMany(429, 'RATE_LIMITED', 'More than 1 live connections at a time; close some of them.', {
        limit: 1,
      }),
    );
    expect(await statusOf(from('192.0.2.2'))).toBe(101);
  });
});

describe('a page of', () => {
  const byDefault = share({ TRUST_PROXY: '127.0.0.1' });
  const forAll = share({ CORS_ORIGINS: '*' });
  const forOne = share({ CORS_ORIGINS: 'https://app.example.com' });
  const from = (server: SharedServer, origin: string, headers: Record<string, string> = {}) =>
    tryToOpen(server.url, { origin, ...headers });

  test.each(['https://evil.example.com', 'null', 'http://127.0.0.1:1'])('%s opens none', async (origin) => {
    expect(await from(byDefault, origin)).toEqual({
      status: 403,
      retryAfter: undefined,
      body: {
        errors: [
          {
            message: 'Pages of this origin may not ask here; see CORS_ORIGINS.',
            extensions: { code: 'FORBIDDEN' },
          },
        ],
      },
    });
  });

  test('our own host opens one, behind a proxy too', async () => {
    expect(await statusOf(from(byDefault, byDefault.url))).toBe(101);
    const headers = { 'x-forwarded-host': 'graph.example.com' };
    expect(await statusOf(from(byDefault, 'https://graph.example.com', headers))).toBe(101);
  });

  test('a site that may ask opens one', async () => {
    expect(await statusOf(from(forOne, 'https://app.example.com'))).toBe(101);
    expect(await statusOf(from(forOne, 'https://evil.example.com'))).toBe(403);
    expect(await statusOf(from(forAll, 'https://any.example.com'))).toBe(101);
  });
});

describe('a connection', () => {
  const server = share({ MAX_BODY_BYTES: '2048', MAX_QUERY_DEPTH: '5', MAX_QUERY_COST: '100' });

  test('that says nothing is closed after three seconds', { timeout: 20_000 }, async () => {
    // The server counts from before the client knows that the connection is open.
    const began = performance.now();
    const socket = await openSocket(server.url);
    expect(await socket.closed).toEqual({ code: 4408, reason: 'Connection initialisation timeout' });
    expect(performance.now() - began).toBeGreaterThan(2_500);
  });

  test.each([
    ['subscribes before its first message was taken', [subscribe('1')], 4401],
    ['says hello twice', [{ type: 'connection_init' }, { type: 'connection_init' }], 4429],
    ['says what is no message', ['{"type":'], 4400],
    ['says more than the body of a request may', [`{"type":"ping","payload":"${'x'.repeat(2048)}"}`], 1009],
  ])('that %s is closed', async (_what, messages, code) => {
    const socket = await openSocket(server.url);
    for (const message of messages) socket.send(message);
    expect((await socket.closed).code).toBe(code);
  });

  test.each([
    ['depth', 'subscription { changes { record { ... on Company { group { group { group { id } } } } } } }'],
    [
      'cost',
      'subscription { changes { record { ... on Company { deals(first: 200) { totalCount nodes { id } } } } } }',
    ],
    ['tokens', `subscription { changes { ${'id '.repeat(500)} } }`],
  ])('can ask for no more than a query: %s', async (measure, query) => {
    const narrow = measure === 'tokens' ? fewWords : server;
    const socket = keep(await greet(narrow.url));
    socket.send(subscribe('1', query));
    const refused = (await socket.next()) as { type: string; payload: { extensions: object }[] };
    expect(refused).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'QUERY_TOO_COSTLY', measure } }],
    });
    const { status, errors } = await postQuery(`${narrow.url}`, query);
    expect({ status, errors }).toMatchObject({ status: 400, errors: refused.payload });
  });
});

describe('a client with as many subscriptions as it may hold', () => {
  const server = share({ SUBSCRIPTIONS_PER_CLIENT: '1' });

  test('is refused the next one, and keeps those that it has', async () => {
    const socket = keep(await greet(server.url));
    for (const id of ['1', '2']) socket.send(subscribe(id));
    expect(await socket.next()).toEqual({
      type: 'error',
      id: '2',
      payload: [
        {
          message: 'A client may hold 1 subscriptions at once; end one first.',
          extensions: { code: 'RATE_LIMITED', limit: 1 },
        },
      ],
    });
    await importText(server.store, 'sources: [{ id: one, publisher: Paper, title: Story }]');
    expect(await socket.next()).toEqual({
      type: 'next',
      id: '1',
      payload: { data: { changes: { sequence: 1 } } },
    });
  });
});

const fewWords = share({ MAX_QUERY_TOKENS: '400' });
