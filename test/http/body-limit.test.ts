// What a client may send: a body of at most a mebibyte, and no more than the host allows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

const MEBIBYTE = 1024 * 1024;

let server: RunningServer;
beforeAll(async () => {
  server = await serveStore(await openMemoryStore());
});
afterAll(() => server.stop());

/** A body of exactly this many bytes, most of them spaces that mean nothing. */
async function post(bytes: number): Promise<{ status: number; body: unknown }> {
  const json = '{"query":"{ __typename }"}';
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: json.padEnd(bytes),
  });
  return { status: response.status, body: await response.json() };
}

describe('a body', () => {
  it('of a mebibyte is read', async () => {
    expect(await post(MEBIBYTE)).toEqual({ status: 200, body: { data: { __typename: 'Query' } } });
  });

  it('of a byte more is refused', async () => {
    expect(await post(MEBIBYTE + 1)).toEqual({
      status: 413,
      body: { errors: [{ message: 'Request body is too large', extensions: { code: 'VALIDATION_FAILED' } }] },
    });
  });
});
