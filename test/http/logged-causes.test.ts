/** What keeps the graph from answering is for those who run the server: the log has it, and no client. */
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { AppError } from '../../src/errors.js';
import { askWhole } from '../support/ask.js';
import { makeKey } from '../support/make-key.js';
import { postQuery } from '../support/post-query.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';
import { serveThreaded, type ThreadedServer } from '../threads/serve-threaded.js';

const message = 'The graph cannot be reached at the moment; try again.';
const cause = 'The password was rotated.';

interface FailingStore extends Awaited<ReturnType<typeof openMemoryStore>> {
  fail(): void;
}

/** Answers until it is told to fail, as Neo4j does whose password is no longer ours. */
async function failingStore(): Promise<FailingStore> {
  const store = await openMemoryStore();
  let isFailing = false;
  return {
    ...store,
    fail() {
      isFailing = true;
    },
    read: (work, options) =>
      isFailing
        ? Promise.reject(new AppError('UNAVAILABLE', message, { cause: new Error(cause) }))
        : store.read(work, options),
  };
}

const unavailable = expect.objectContaining({ message, extensions: { code: 'UNAVAILABLE' } });

describe('a graph that can not be reached', () => {
  let server: RunningServer;
  let store: FailingStore;
  let lines: string[];
  beforeEach(async () => {
    lines = [];
    store = await failingStore();
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    server = await serveStore(store, {}, log);
  });
  afterEach(() => server.stop());

  const causes = (): readonly unknown[] =>
    lines
      .map((line) => JSON.parse(line))
      .filter(({ err }) => err !== undefined)
      .map(({ level, msg, err }) => ({ level, msg, cause: err.message }));
  const logged = { level: 40, msg: message, cause };

  test('fails a query without a word of why, which is logged', async () => {
    store.fail();
    const answer = await askWhole(server.url, '{ company(id: "lab") { id } }');
    expect(answer.errors).toEqual([unavailable]);
    expect(JSON.stringify(answer)).not.toContain(cause);
    expect(causes()).toEqual([logged]);
  });

  test('is logged once where many fields go by the same read', async () => {
    store.fail();
    const fields = ['a', 'b', 'c', 'd'].map((id) => `${id}: company(id: "${id}") { id }`);
    const { errors } = await askWhole(server.url, `{ ${fields.join(' ')} }`);
    expect(errors).toEqual(fields.map(() => unavailable));
    expect(causes()).toEqual([logged]);
  });

  test('is logged where a token could not be looked up', async () => {
    const { text } = await makeKey(store, 'READER');
    store.fail();
    const { status, errors } = await postQuery(server.url, '{ __typename }', { token: text });
    expect({ status, errors }).toEqual({ status: 503, errors: [unavailable] });
    expect(causes()).toEqual([logged]);
  });
});

let threaded: ThreadedServer | undefined;
afterEach(() => threaded?.stop());

test('a cause that came up in a thread is logged, too', { timeout: 60_000 }, async () => {
  const store = await failingStore();
  const server = await serveThreaded(store);
  threaded = server;
  await server.untilReady(1);
  expect(server.log()).not.toContain(cause);
  store.fail();
  const { errors } = await askWhole(server.url, '{ timeline(of: ["lab"]) { truncated } }');
  expect(errors).toEqual([unavailable]);
  expect(server.log()).toContain(cause);
});
