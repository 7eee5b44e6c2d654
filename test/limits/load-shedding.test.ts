/** A process that has too much to do says so at once, rather than to let everybody wait. */
import { describe, expect, test } from 'vitest';
import { tryToOpen } from '../support/open-socket.js';
import { postQuery, type Reply } from '../support/post-query.js';
import { shareSeededServer } from '../support/running-server.js';
import { beginRequest } from '../support/slow-request.js';

const overloaded = {
  status: 503,
  retryAfter: '2',
  errors: [
    {
      message: 'The server has more to do than it can at the moment; try again soon.',
      extensions: { code: 'UNAVAILABLE', retryAfterSeconds: 2 },
    },
  ],
};

const refusal = ({ status, headers, errors }: Reply) => ({
  status,
  retryAfter: headers.get('retry-after'),
  errors,
});

const isLive = async (url: string): Promise<unknown> => (await fetch(`${url}/health/live`)).json();

describe('with as many requests under way as there may be', () => {
  const server = shareSeededServer({ MAX_CONCURRENT_REQUESTS: '2' });
  const ask = () => postQuery(server.url, '{ __typename }');

  test('further ones are turned away until one of them is done, and leave no trace', {
    timeout: 30_000,
  }, async () => {
    const first = await beginRequest(server.url, '{ __typename }');
    const second = await beginRequest(server.url, '{ __typename }');
    expect(refusal(await ask())).toEqual(overloaded);
    expect(await isLive(server.url)).toEqual({ status: 'live' });

    first.abandon();
    await expect.poll(async () => (await ask()).status).toBe(200);
    for (let round = 0; round < 5; round += 1) expect((await ask()).status).toBe(200);
    const third = await beginRequest(server.url, '{ __typename }');
    expect(refusal(await ask())).toEqual(overloaded);
    second.abandon();
    third.abandon();
  });
});

describe('with as many requests under way as one address may have', () => {
  const server = shareSeededServer({ MAX_CONCURRENT_REQUESTS_PER_CLIENT: '1', TRUST_PROXY: '127.0.0.1' });

  const askFrom = async (address: string): Promise<unknown> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: '{"query":"{ __typename }"}',
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: await response.json(),
    };
  };

  test('only that address has to wait', { timeout: 30_000 }, async () => {
    const held = await beginRequest(server.url, '{ __typename }');
    expect(await askFrom('127.0.0.1')).toEqual({
      status: 429,
      retryAfter: '2',
      body: {
        errors: [
          {
            message: 'More than 1 requests at a time; wait for the answer to some of them.',
            extensions: { code: 'RATE_LIMITED', limit: 1, retryAfterSeconds: 2 },
          },
        ],
      },
    });
    const answered = { status: 200, retryAfter: null, body: { data: { __typename: 'Query' } } };
    expect(await askFrom('192.0.2.1')).toEqual(answered);
    held.abandon();
    await expect.poll(() => askFrom('127.0.0.1')).toEqual(answered);
  });
});

describe('with an event loop that is late', () => {
  const server = shareSeededServer({ MAX_EVENT_LOOP_DELAY_MS: '100' });

  /** Keeps the process, which the server shares with this test, from anything else until the delay is measured again. */
  const block = (): void => {
    const until = performance.now() + 1_000;
    while (performance.now() < until);
  };
  const ask = () => postQuery(server.url, '{ __typename }');

  test('requests are turned away until it has caught up, and the process still says that it lives', {
    timeout: 60_000,
  }, async () => {
    await expect
      .poll(
        async () => {
          block();
          return refusal(await ask());
        },
        { interval: 1 },
      )
      .toEqual(overloaded);
    expect(await isLive(server.url)).toEqual({ status: 'live' });
    await expect.poll(async () => (await ask()).status, { interval: 200 }).toBe(200);
  });

  test('WebSockets are turned away with them', { timeout: 30_000 }, async () => {
    const open = async () => {
      block();
      const opened = await tryToOpen(server.url);
      if ('status' in opened) return opened;
      await opened.close();
      return 'opened';
    };
    await expect
      .poll(open, { interval: 1 })
      .toEqual({ status: 503, retryAfter: '2', body: { errors: overloaded.errors } });
  });
});
