/** An event stream goes at the pace of its reader, and nothing is asked of the graph that nobody has room for. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

let server: RunningServer | undefined;
afterEach(() => server?.stop());

/** More than the buffers of a socket hold. */
const muchText = 'x'.repeat(16 * 1024 * 1024);

const change = (sequence: number) => ({
  sequence,
  at: '2026-01-01T00:00:00.000Z',
  actor: 'ann',
  action: 'CREATED',
  reason: muchText,
  recordId: 'one',
  kind: 'SOURCE',
  version: sequence,
});

interface CountedStore extends GraphStore {
  /** How often changes were asked for. */
  readonly pages: number;
}

/** Has two long changes, and fails where those behind them are asked for. */
async function storeWithTwoChanges(): Promise<CountedStore> {
  const store = await openMemoryStore();
  let pages = 0;
  async function run<Row>(): Promise<Row[]> {
    pages += 1;
    if (pages > 1) throw new Error('SECRET damage');
    return [{ newest: 3, changes: [change(1), change(2)] } as Row];
  }
  return {
    ...store,
    get pages() {
      return pages;
    },
    read: (work) => work({ run }),
  };
}

test('a stream that nobody reads asks for no further changes, and tells of a fault when it is read', async () => {
  const store = await storeWithTwoChanges();
  server = await serveStore(store);
  const query = encodeURIComponent('subscription { changes(after: 0) { sequence reason } }');
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1').pause();
  socket.write(`GET /graphql/stream?query=${query} HTTP/1.1\r\nhost: x\r\n\r\n`);
  await expect.poll(() => store.pages).toBe(1);
  await wait(500);
  expect(store.pages).toBe(1);

  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part)).resume();
  await once(socket, 'close');
  const text = Buffer.concat(parts).toString().replaceAll(muchText, '...');
  expect(text).toContain('{"data":{"changes":{"sequence":2,"reason":"..."}}}');
  expect(text).toMatch(/event: next\r?\n.*"code":"INTERNAL_ERROR".*\s+event: complete/s);
});
