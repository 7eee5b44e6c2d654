/** Requests that wait for others on their connection hold no more than those, and nothing once their client has gone. */
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import type { GraphStore, WorkOptions } from '../../src/store/graph-store.js';
import { type Followed, followByEvents } from '../live/follow.js';
import { postQuery } from '../support/post-query.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

let server: RunningServer | undefined;
let client: Socket | undefined;
afterEach(async () => {
  client?.destroy();
  await server?.stop();
});

const get = (path: string, query: string): string =>
  `GET ${path}?query=${encodeURIComponent(query)} HTTP/1.1\r\nhost: x\r\napollo-require-preflight: 1\r\n\r\n`;
const endless = get('/graphql/stream', 'subscription { changes { sequence } }');
const typename = get('/graphql', '{ __typename }');

/** Sends all of them at once over one connection; resolves when the first one is being answered. */
async function pipeline({ url }: RunningServer, ...requests: readonly string[]): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  client = socket;
  socket.write(requests.join(''));
  await new Promise<void>((resolve, reject) => {
    socket.once('data', () => resolve());
    socket.once('error', reject);
  });
  return socket;
}

const statusOf = async ({ url }: RunningServer): Promise<number> =>
  (await postQuery(url, '{ __typename }')).status;

describe('behind an endless answer', () => {
  test('requests leave their places when the client hangs up', async () => {
    const limited = await serveStore(await openMemoryStore(), { MAX_CONCURRENT_REQUESTS_PER_CLIENT: '3' });
    server = limited;
    const socket = await pipeline(limited, endless, typename, typename, typename);
    await expect.poll(() => statusOf(limited)).toBe(429);
    socket.destroy();
    await expect.poll(() => statusOf(limited)).toBe(200);
  });

  test('another stream ends when the client hangs up', async () => {
    const limited = await serveStore(await openMemoryStore(), { SUBSCRIPTIONS_PER_CLIENT: '2' });
    server = limited;
    const all = 'subscription { changes { sequence } }';
    const socket = await pipeline(limited, endless, endless);
    await expect
      .poll(() => followByEvents(limited.url, all).then((feed) => feed.stop(), String))
      .toContain('RATE_LIMITED');
    socket.destroy();
    const feeds: Followed<unknown>[] = [];
    await expect
      .poll(async () => {
        feeds.push(await followByEvents(limited.url, all));
        return feeds.length;
      })
      .toBe(2);
    for (const feed of feeds) await feed.stop();
  });

  test('answers do not keep a server from ending', { timeout: 30_000 }, async () => {
    const ending = await serveStore(await openMemoryStore());
    server = undefined;
    await pipeline(ending, endless, typename);
    // Once this is answered, so was the one before it.
    expect(await statusOf(ending)).toBe(200);
    await ending.stop();
  });

  test('what is asked of the graph is called off when the client hangs up', async () => {
    const { store, signals } = await stuckStore();
    const stuck = await serveStore(store, { REQUEST_TIMEOUT_MS: '60000' });
    server = stuck;
    const socket = await pipeline(stuck, endless, get('/graphql', '{ company(id: "openai") { id } }'));
    await expect.poll(() => signals.length).toBeGreaterThan(0);
    socket.destroy();
    await expect.poll(() => signals.map(({ aborted }) => aborted)).not.toContain(false);
  });
});

/** Answers about changes, and nothing else until it is called off. */
async function stuckStore(): Promise<{ store: GraphStore; signals: readonly AbortSignal[] }> {
  const store = await openMemoryStore();
  const signals: AbortSignal[] = [];
  const untilAborted = ({ signal }: WorkOptions = {}): Promise<never> =>
    new Promise((_resolve, reject) => {
      if (signal === undefined) throw new Error('the request has no deadline');
      signals.push(signal);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  const read: GraphStore['read'] = (work, options) =>
    store.read(
      (reader) =>
        work({
          run: (statement, parameters) =>
            /:(Change|Ledger)\b/.test(statement) ? reader.run(statement, parameters) : untilAborted(options),
        }),
      options,
    );
  return { store: { ...store, read }, signals };
}
