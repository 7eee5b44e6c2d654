/** How often one client may ask in a minute, and how it is told to wait. */
import { describe, expect, test } from 'vitest';
import { makeKey } from '../support/make-key.js';
import { postQuery } from '../support/post-query.js';
import { shareSeededServer } from '../support/running-server.js';

const ask = (url: string, options: { token?: string } = {}) => postQuery(url, '{ __typename }', options);

async function statuses(times: number, send: () => Promise<{ status: number }>): Promise<number[]> {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) found.push((await send()).status);
  return found;
}

describe('an address without a token', () => {
  const server = shareSeededServer({ RATE_LIMIT: '3', RATE_LIMIT_WITH_TOKEN: '5' });

  test('asks as often as it may, and is then told in the form of GraphQL how long to wait', async () => {
    expect(await statuses(3, () => ask(server.url))).toEqual([200, 200, 200]);
    const { status, headers, data, errors } = await ask(server.url);
    const seconds = Number(headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect({ status, data, errors }).toEqual({
      status: 429,
      data: undefined,
      errors: [
        {
          message: `More than 3 requests in a minute; go on in ${seconds} seconds.`,
          extensions: { code: 'RATE_LIMITED', limit: 3, retryAfterSeconds: seconds },
        },
      ],
    });
  });

  test('can not try out tokens instead', async () => {
    await statuses(3, () => ask(server.url));
    expect((await ask(server.url, { token: 'guess' })).status).toBe(429);
  });

  test('does not stand in the way of a token from the same address, which has a rate of its own', async () => {
    const [one, other] = await Promise.all([
      makeKey(server.store, 'READER', 'one'),
      makeKey(server.store, 'READER', 'other'),
    ]);
    expect(await statuses(6, () => ask(server.url, { token: one.text }))).toEqual([
      200, 200, 200, 200, 200, 429,
    ]);
    expect((await ask(server.url, { token: other.text })).status).toBe(200);
  });

  test('still sees the playground and the health', async () => {
    const headers = { accept: 'text/html' };
    const replies = await Promise.all([
      fetch(`${server.url}/graphql`, { headers }),
      fetch(`${server.url}/health/live`),
      fetch(`${server.url}/health/ready`),
    ]);
    expect(replies.map(({ status }) => status)).not.toContain(429);
  });
});

describe('addresses behind a proxy', () => {
  const forwardedFor = (url: string, address: string) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: '{"query":"{ __typename }"}',
    });

  describe('that is trusted', () => {
    const server = shareSeededServer({ RATE_LIMIT: '1', TRUST_PROXY: '127.0.0.1' });

    test('are told apart', async () => {
      const addresses = ['192.0.2.1', '192.0.2.2', '192.0.2.1'];
      const found: number[] = [];
      for (const address of addresses) found.push((await forwardedFor(server.url, address)).status);
      expect(found).toEqual([200, 200, 429]);
    });

    test('of IPv6 are told apart by their network, for whoever has one address there has all', async () => {
      const addresses = ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', '2001:db8:0:2::1'];
      const found: number[] = [];
      for (const address of addresses) found.push((await forwardedFor(server.url, address)).status);
      expect(found).toEqual([200, 429, 200]);
    });
  });

  describe('that is not trusted', () => {
    const server = shareSeededServer({ RATE_LIMIT: '1' });

    test('are not believed', async () => {
      expect((await forwardedFor(server.url, '192.0.2.1')).status).toBe(200);
      expect((await forwardedFor(server.url, '192.0.2.2')).status).toBe(429);
    });
  });
});
