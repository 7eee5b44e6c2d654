/** A subscription that fails says so and is over: it holds nothing that its client would miss. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { greet } from '../support/open-socket.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

let server: RunningServer;
let isDamaged: boolean;

beforeEach(async () => {
  isDamaged = false;
  const store = await openMemoryStore();
  server = await serveStore(
    {
      ...store,
      read: (work, options) =>
        isDamaged ? Promise.reject(new Error('SECRET damage')) : store.read(work, options),
    },
    { SUBSCRIPTIONS_PER_CLIENT: '2' },
  );
});
afterEach(() => server.stop());

const all = 'subscription { changes { sequence } }';
const outOfRange = 'subscription { changes(after: -1) { sequence } }';
const rounds = [1, 2, 3, 4];

/** All that the stream says, until it ends. */
async function readStream(query: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${server.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, text: await response.text() };
}

/** What a WebSocket is told of a subscription, until that is over. */
async function readSocket(query: string): Promise<readonly unknown[]> {
  const socket = await greet(server.url);
  socket.send({ type: 'subscribe', id: '1', payload: { query } });
  const first = await socket.next();
  await socket.close();
  return [first];
}

const internalError = {
  message: 'Internal error; it was logged under the request id given.',
  extensions: { code: 'INTERNAL_ERROR', requestId: expect.any(String) },
};

describe('a subscription that fails while it is followed', () => {
  test('over WebSocket is told so, and leaves its place to the next one', async () => {
    isDamaged = true;
    for (const _round of rounds) {
      expect(await readSocket(all)).toEqual([{ type: 'error', id: '1', payload: [internalError] }]);
    }
  });

  test('over one WebSocket leaves its place, too', async () => {
    isDamaged = true;
    const socket = await greet(server.url);
    for (const round of rounds) {
      socket.send({ type: 'subscribe', id: String(round), payload: { query: all } });
      expect(await socket.next()).toEqual({ type: 'error', id: String(round), payload: [internalError] });
    }
    await socket.close();
  });

  test('over server-sent events is told so before the stream ends, and leaves its place', async () => {
    isDamaged = true;
    for (const _round of rounds) {
      const { status, text } = await readStream(all);
      expect(status).toBe(200);
      const [, next, complete] = text.trim().split('\n\n');
      expect(JSON.parse(next?.replace('event: next\ndata: ', '') ?? '')).toEqual({ errors: [internalError] });
      expect(complete).toBe('event: complete\ndata:');
    }
  });
});

describe('a subscription behind a number that no change has', () => {
  const refusal = {
    message: `after is -1; it is from 0 to ${Number.MAX_SAFE_INTEGER}`,
    path: ['changes'],
    locations: [{ line: 1, column: 16 }],
    extensions: { code: 'VALIDATION_FAILED', path: ['after'] },
  };

  test('is refused over WebSocket, however often', async () => {
    for (const _round of rounds) {
      expect(await readSocket(outOfRange)).toEqual([
        { type: 'next', id: '1', payload: { errors: [refusal] } },
      ]);
    }
  });

  test('is refused over server-sent events, however often', async () => {
    for (const _round of rounds) {
      const { status, text } = await readStream(outOfRange);
      expect({ status, body: JSON.parse(text) }).toEqual({ status: 400, body: { errors: [refusal] } });
    }
  });
});
