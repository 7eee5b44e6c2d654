/** A question that is answered in a thread is answered as the process itself does, whatever happens to the thread. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src/errors.js';
import type { GraphStore, WorkOptions } from '../../src/store/graph-store.js';
import type { OpenStore } from '../store/use-store.js';
import { ask, askFault, askWhole } from '../support/ask.js';
import { importText } from '../support/import-text.js';
import { labSupply } from '../support/lab-supply.js';
import { serveStore } from '../support/serve-store.js';
import { smallMoneyGraphYaml } from '../support/small-money-graph.js';
import type { RunningServer } from '../support/start-server.js';
import { serveThreaded, type ThreadedServer } from './serve-threaded.js';

const bounds = 'explored truncated';
const parties = 'company { id name } group { name } deals { id summary sources { url } }';

/** With answers of several tiers, of records, of amounts, of nothing; and with faults of each sort. */
const queries: readonly string[] = [
  `{ computeSupply(of: "lab") { ${bounds} tiers { tier suppliers { ${parties} suppliesTo { name } } } } }`,
  `{ exposure(to: "foundry", tiers: 2) { ${bounds} tiers { tier customers { ${parties} } } } }`,
  '{ supplyChanges(of: "lab", from: "2024-01-01", to: "2026-06-30") { gained { company { name } tier } lost { tier } } }',
  '{ sharedSuppliers(companies: ["lab", "cloud"]) { group { name } tierOf { company { id } tier } } }',
  `{ chokePoints(of: "lab") { ${bounds} categories { category hhi suppliers { group { id } share } unavoidable { id } } } }`,
  `{ moneyLoops(through: "lab") { ${bounds} loops { companies { name } smallestKnownLegUsd unknownLegs } } }`,
  '{ paths(from: "foundry", to: "fund") { paths { companies { id } hops { flow deals { id } } } } }',
  `{ commitments(of: "lab") { ${bounds} sums { currency basis value } byYear { year sums { value } } timesRevenue } }`,
  '{ concentration(of: "cloud", side: CUSTOMERS) { hhi unknown shares { group { id } usd deals share } } }',
  '{ reciprocity(of: "lab") { reciprocals { counterparty { id } moneyOut { knownUsd } moneyIn { knownUsd } } } }',
  '{ timeline(of: ["lab"]) { entries { day type record { id __typename } } } }',
  '{ neighbourhood(of: "lab", depth: 2) { nodes { id name } edges { flow from { id } to { id } deals { id } } } }',
  '{ fund: company(id: "fund") { name } computeSupply(of: "fund") { tiers { tier } } companies(first: 2) { totalCount } }',
  '{ lab: computeSupply(of: "lab") { explored } unknown: exposure(to: "labs") { explored } }',
  '{ computeSupply(of: "lab", tiers: 99) { explored } }',
  'query ($of: ID!) { computeSupply(of: $of) { explored } }',
  '{ computeSupply(of: "lab", on: "2026-13-01") { explored } }',
];

/** To the letter: the order of fields is the client's, too. */
async function bodyOf(url: string, query: string): Promise<{ status: number; body: string }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: await response.text() };
}

const suppliers = '{ computeSupply(of: "lab") { tiers { suppliers { company { name } } } } }';
const suppliersAre = (...names: readonly string[]) => ({
  computeSupply: { tiers: [{ suppliers: names.map((name) => ({ company: { name } })) }] },
});

interface HeldStore extends GraphStore {
  /** From here on nothing is read until it is called off. */
  hold(): void;
  /** The signals of what was asked since. */
  readonly signals: AbortSignal[];
}

function holdable(store: GraphStore): HeldStore {
  const signals: AbortSignal[] = [];
  let isHeld = false;
  const untilAborted = ({ signal }: WorkOptions = {}): Promise<never> =>
    new Promise((_resolve, reject) => {
      if (signal === undefined) throw new Error('what is read has no end');
      signals.push(signal);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  return {
    ...store,
    signals,
    hold() {
      isHeld = true;
    },
    read: (work, options) => (isHeld ? untilAborted(options) : store.read(work, options)),
  };
}

export function describeThreads(name: string, openStore: OpenStore): void {
  describe(`${name}: a question answered in a thread`, () => {
    let plain: RunningServer;
    let threaded: ThreadedServer;
    beforeAll(async () => {
      const store = await openStore();
      await importText(store, smallMoneyGraphYaml);
      plain = await serveStore({ ...store, close: async () => undefined }, { ANSWER_THREADS: '0' });
      threaded = await serveThreaded(store);
      await threaded.untilReady(1);
    }, 60_000);
    afterAll(async () => {
      await plain.stop();
      await threaded.stop();
    });

    it.each(queries)('has the answer that the process gives to %s', async (query) => {
      expect(await bodyOf(threaded.url, query)).toEqual(await bodyOf(plain.url, query));
      expect(threaded.workers).toHaveLength(1);
    });
  });

  describe(`${name}: a thread`, { timeout: 60_000 }, () => {
    let server: ThreadedServer | undefined;
    afterEach(async () => {
      vi.useRealTimers();
      await server?.stop();
    });

    const serve = async (environment: Record<string, string> = {}) => {
      const store = await openStore();
      await importText(store, labSupply('cloud'));
      const held = holdable(store);
      const started = await serveThreaded(held, environment);
      server = started;
      return { store: held, server: started };
    };
    const letTimePass = (): void => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 });
    };

    it('knows of each write before the question', async () => {
      const { store, server } = await serve();
      await server.untilReady(1);
      for (const supplier of ['other-cloud', 'cloud', 'other-cloud', 'cloud']) {
        await importText(store, labSupply(supplier));
        const expected = suppliersAre(supplier === 'cloud' ? 'Cloud' : 'Other Cloud');
        const answers = await Promise.all([1, 2, 3].map(() => ask(server.url, suppliers)));
        expect(answers).toEqual([expected, expected, expected]);
      }
    });

    it('is called off at the deadline, and asks nothing more of the graph', async () => {
      const { store, server } = await serve({ REQUEST_TIMEOUT_MS: '2000' });
      await server.untilReady(1);
      store.hold();
      expect(await askFault(server.url, suppliers)).toEqual({
        code: 'TIMEOUT',
        message: 'The request took longer than 2000 ms and was cancelled; ask for less.',
      });
      expect(store.signals.length).toBeGreaterThan(0);
      await expect.poll(() => store.signals.every(({ aborted }) => aborted)).toBe(true);
    });

    it('that ends fails those who asked it; the process answers until there is another one', async () => {
      const { store, server } = await serve();
      await server.untilReady(1);
      const { read } = store;
      store.read = async (work, options) => {
        await server.workers[0]?.terminate();
        store.read = read;
        return read(work, options);
      };
      expect(await askWhole(server.url, suppliers)).toEqual({
        data: null,
        errors: [
          {
            message: 'The thread that answered has ended; try again, or ask for less.',
            extensions: { code: 'UNAVAILABLE' },
          },
        ],
      });
      expect(await ask(server.url, suppliers)).toEqual(suppliersAre('Cloud'));
      expect(server.log()).toContain('a thread that answers questions has ended');
      expect(server.workers).toHaveLength(1);

      letTimePass();
      await server.untilReady(2);
      expect(await ask(server.url, suppliers)).toEqual(suppliersAre('Cloud'));
      expect(server.workers).toHaveLength(2);
    });

    it('that can not read the graph leaves the answers to the process, and is tried again later', async () => {
      const { store, server } = await serve();
      await ask(server.url, suppliers);
      const { read } = store;
      let isBroken = true;
      store.read = (work, options) =>
        isBroken && server.workers.length > 0
          ? Promise.reject(new AppError('UNAVAILABLE', 'The graph can not be reached.'))
          : read(work, options);
      await askWhole(server.url, suppliers);
      await expect.poll(() => server.log(), { timeout: 20_000 }).toContain('has ended');
      expect(server.log()).toContain('could not read the graph');
      isBroken = false;
      expect(await ask(server.url, suppliers)).toEqual(suppliersAre('Cloud'));

      letTimePass();
      await server.untilReady(1);
      expect(server.workers).toHaveLength(2);
    });
  });
}
