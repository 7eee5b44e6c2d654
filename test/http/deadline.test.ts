// A request ends at its deadline, whatever the graph is still doing, and what it asked of the graph is called off.
import { connect } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { createSchema } from '../../src/graphql/schema.js';
import type { GraphStore, WorkOptions } from '../../src/store/graph-store.js';
import { ask, askFault } from '../support/ask.js';
import { importText } from '../support/import-text.js';
import { greet } from '../support/open-socket.js';
import { type SampleCall, sampleQuery } from '../support/sample-arguments.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

const servers: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function serve(...args: Parameters<typeof serveStore>): Promise<RunningServer> {
  const server = await serveStore(...args);
  servers.push(server);
  return server;
}

interface StuckStore extends GraphStore {
  /** The signals of what it was asked while it was stuck. */
  readonly signals: AbortSignal[];
  release(): void;
  getStuck(): void;
}

/** It answers nothing until it is released, and gives up when it is told to, as the port promises. */
function stuck(store: GraphStore): StuckStore {
  const signals: AbortSignal[] = [];
  let isStuck = true;
  const untilAborted = ({ signal }: WorkOptions = {}): Promise<never> =>
    new Promise((_resolve, reject) => {
      if (signal === undefined) throw new Error('the request has no deadline');
      signals.push(signal);
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  return {
    ...store,
    signals,
    release: () => {
      isStuck = false;
    },
    getStuck: () => {
      isStuck = true;
    },
    read: (work, options) => (isStuck ? untilAborted(options) : store.read(work, options)),
    searchText: (words, limit, options) =>
      isStuck ? untilAborted(options) : store.searchText(words, limit, options),
  };
}

async function serveStuck(timeoutMs: number): Promise<{ url: string; store: StuckStore }> {
  const store = await openMemoryStore();
  await importText(store, 'companies:\n- { id: openai, name: OpenAI, roles: [AI_LAB], country: US }\n');
  const wrapped = stuck(store);
  const { url } = await serve(wrapped, { REQUEST_TIMEOUT_MS: String(timeoutMs) });
  return { url, store: wrapped };
}

/** All that anybody can ask: a new question is tried as soon as it is there. What administrators ask has a deadline of its own. */
const questions = Object.values(createSchema().getQueryType()?.getFields() ?? {}).filter(
  ({ description }) => !description?.includes('Needs the role ADMIN'),
);

const asked: ReadonlyMap<string, SampleCall> = new Map([
  ...questions.map((field) => [field.name, sampleQuery(field)] as const),
  ['the number of records that fit', { query: '{ companies { totalCount } }', variables: {} }],
]);

const timeoutAfter = (milliseconds: number) => ({
  code: 'TIMEOUT',
  message: `The request took longer than ${milliseconds} ms and was cancelled; ask for less.`,
});

describe('a request of a graph that does not answer', () => {
  const DEADLINE_MS = 3_000;
  interface Asked {
    readonly fault: ReturnType<typeof askFault>;
    readonly signals: readonly AbortSignal[];
  }
  const outcomes = new Map<string, Asked>();

  // They wait for their deadlines side by side; a graph of its own tells of each what it asked.
  beforeAll(async () => {
    const served = [];
    for (const [name, call] of asked) served.push({ name, call, ...(await serveStuck(DEADLINE_MS)) });
    for (const { name, call, url, store } of served) {
      outcomes.set(name, { fault: askFault(url, call.query, call.variables), signals: store.signals });
    }
    await Promise.allSettled([...outcomes.values()].map(({ fault }) => fault));
  });

  it.each([...asked.keys()])('for %s ends with TIMEOUT, and asks nothing more of it', async (name) => {
    const outcome = outcomes.get(name);
    expect(await outcome?.fault).toEqual(timeoutAfter(DEADLINE_MS));
    expect(outcome?.signals.length).toBeGreaterThan(0);
    expect(outcome?.signals.every(({ aborted }) => aborted)).toBe(true);
  });
});

describe('a request', () => {
  it('ends with TIMEOUT also where what questions go by is in memory already, and is answered once the graph answers again', async () => {
    const { url, store } = await serveStuck(2_000);
    store.release();
    await ask(url, '{ commitments(of: "openai") { explored } }');
    store.getStuck();
    const calls = [...asked.values()];
    const faults = await Promise.all(calls.map(({ query, variables }) => askFault(url, query, variables)));
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['TIMEOUT']));
    expect(store.signals.every(({ aborted }) => aborted)).toBe(true);
    store.release();
    expect(await ask(url, '{ company(id: "openai") { name } }')).toEqual({ company: { name: 'OpenAI' } });
  });

  it('whose client has gone is called off long before its deadline', async () => {
    const { url, store } = await serveStuck(60_000);
    const { hostname, port } = new URL(url);
    const body = '{"query":"{ company(id: \\"openai\\") { id } }"}';
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await expect.poll(() => store.signals.length).toBe(1);
    socket.destroy();
    await expect.poll(() => store.signals[0]?.aborted).toBe(true);
  });
});

/** Answers about changes, and is stuck with all else. */
const stuckBesideChanges = (store: GraphStore): GraphStore => ({
  ...store,
  read: (work, options) =>
    store.read(
      (reader) =>
        work({
          run: (statement, parameters) =>
            /:(Change|Ledger)\b/.test(statement)
              ? reader.run(statement, parameters)
              : new Promise((_resolve, reject) => {
                  options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
                }),
        }),
      options,
    ),
});

describe('an event of a subscription', () => {
  it('has the deadline of a request, and the subscription goes on behind it', async () => {
    const store = await openMemoryStore();
    await importText(
      store,
      'sources:\n- { id: one, publisher: P, title: T }\n- { id: two, publisher: P, title: T }\n',
    );
    const server = await serve(stuckBesideChanges(store), { REQUEST_TIMEOUT_MS: '1000' });
    const socket = await greet(server.url);
    const query = 'subscription { changes(after: 0) { sequence record { id } } }';
    socket.send({ type: 'subscribe', id: '1', payload: { query } });
    for (const sequence of [1, 2]) {
      expect(await socket.next()).toEqual({
        type: 'next',
        id: '1',
        payload: {
          data: { changes: { sequence, record: null } },
          errors: [
            {
              message: timeoutAfter(1_000).message,
              path: ['changes', 'record'],
              locations: [{ line: 1, column: 45 }],
              extensions: { code: 'TIMEOUT' },
            },
          ],
        },
      });
    }
    await socket.close();
  });
});

describe('a request that is answered', () => {
  it('is not called off afterwards', async () => {
    const store = await openMemoryStore();
    const signals: AbortSignal[] = [];
    const server = await serve({
      ...store,
      read: (work, options) => {
        if (options?.signal !== undefined) signals.push(options.signal);
        return store.read(work, options);
      },
    });
    expect(await ask(server.url, '{ companies { totalCount } }')).toEqual({ companies: { totalCount: 0 } });
    await server.stop();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });
});
