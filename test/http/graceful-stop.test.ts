// A server that stops takes no more, finishes what it has begun, and only then closes its graph.
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { ask } from '../support/ask.js';
import { beginRequest, isRefused } from '../support/slow-request.js';
import { type RunningServer, startServer } from '../support/start-server.js';

/** After eight seconds a server that stops parts with whoever is left. */
const LESS_THAN_THE_GRACE_MS = 6_000;

let server: RunningServer;
afterEach(() => server.stop());

describe('a server that stops', () => {
  it('finishes requests that are under way while it refuses new ones, and then ends their connections', async () => {
    server = await startServer({ SEED: 'never' });
    const requests = await Promise.all(
      ['{ companies { totalCount } }', '{ chips { totalCount } }'].map((query) =>
        beginRequest(server.url, query),
      ),
    );
    let hasStopped = false;
    const stopped = server.stop().then(() => {
      hasStopped = true;
    });
    await expect.poll(() => isRefused(server.url)).toBe(true);
    expect(hasStopped).toBe(false);
    await server.store.check();

    const answers = await Promise.all(requests.map((request) => request.finish()));
    for (const answer of answers) {
      expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
      expect(answer.toLowerCase()).toContain('\r\nconnection: close\r\n');
      expect(answer).toContain('"totalCount":0');
    }
    await stopped;
    await expect(server.store.check()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('is not held up by connections on which nothing is under way', async () => {
    server = await startServer({ SEED: 'never' });
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write(`GET /health/live HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`);
    await once(socket, 'data');
    const closed = once(socket, 'close');
    await server.stop();
    await closed;
  });

  it('is not held up by connections that were opened in advance', async () => {
    server = await startServer({ SEED: 'never' });
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    // The answer comes on a connection that was taken after this one.
    await once(socket, 'connect');
    await ask(server.url, '{ __typename }');
    const stopped = server.stop().then(() => 'stopped');
    expect(await Promise.race([stopped, wait(LESS_THAN_THE_GRACE_MS, 'held up')])).toBe('stopped');
  });

  it('may be told to stop twice', async () => {
    server = await startServer({ SEED: 'never' });
    expect(await ask(server.url, '{ __typename }')).toEqual({ __typename: 'Query' });
    await Promise.all([server.stop(), server.stop()]);
    expect(await isRefused(server.url)).toBe(true);
  });
});
