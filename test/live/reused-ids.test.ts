/** A WebSocket takes along all that is followed over it, also what its protocol has lost sight of. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';
import { followByEvents } from './follow.js';

let server: RunningServer;
beforeAll(async () => {
  server = await serveStore(await openMemoryStore(), { SUBSCRIPTIONS_PER_CLIENT: '2' });
});
afterAll(() => server.stop());

const all = 'subscription { changes { sequence } }';
const subscribe = { type: 'subscribe', id: '1', payload: { query: all } };

/** Says all of it in one piece, so that the server has heard the last word before it acts on the first; then leaves. */
async function sayAtOnce(...messages: readonly object[]): Promise<void> {
  const connection = connect(Number(new URL(server.url).port), '127.0.0.1');
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    createConnection: () => connection,
  });
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  connection.cork();
  for (const message of messages) socket.send(JSON.stringify(message));
  connection.uncork();
  socket.ping();
  await once(socket, 'pong');
  socket.close();
  await once(socket, 'close');
}

test('an id that is used again before its subscription has begun leaves nothing behind', async () => {
  for (const _round of [1, 2, 3]) await sayAtOnce(subscribe, { type: 'complete', id: '1' }, subscribe);
  await expect
    .poll(async () => {
      const feed = await followByEvents(server.url, all);
      await feed.stop();
      return 'followed';
    })
    .toBe('followed');
});
