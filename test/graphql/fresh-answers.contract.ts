/** Queries go by what is in memory before it is known to be current; whatever is written meanwhile, no answer is older than its question. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.js';
import type { GraphStore, Reader, WorkOptions } from '../../src/store/graph-store.js';
import { createGate, type Gate } from '../store/gate.js';
import type { OpenStore } from '../store/use-store.js';
import { ask, askWhole } from '../support/ask.js';
import { importText } from '../support/import-text.js';
import { labSupply } from '../support/lab-supply.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

type Sort = 'look' | 'other';

interface HeldStore extends GraphStore {
  /** What was sent since reads are held, in the order of sending. */
  readonly sent: Sort[];
  /** Lets no such read begin before the gate opens. */
  hold(sorts: readonly Sort[], gate: Gate): void;
  /** Looks fail from here on. */
  breakLooks(fault: Error): void;
}

function holdReads(store: GraphStore): HeldStore {
  const sent: Sort[] = [];
  let held: { readonly sorts: readonly Sort[]; readonly gate: Gate } | undefined;
  let lookFault: Error | undefined;
  /** Each statement is in a transaction of its own, for that must begin only when the gate is open. */
  const holding = (options: WorkOptions | undefined): Reader => ({
    async run(statement, parameters) {
      const sort = /:Ledger\b/.test(statement) ? 'look' : 'other';
      sent.push(sort);
      if (held?.sorts.includes(sort)) await held.gate.opened;
      if (sort === 'look' && lookFault !== undefined) throw lookFault;
      return store.read((reader) => reader.run(statement, parameters), options);
    },
  });
  return {
    ...store,
    sent,
    hold(sorts, gate) {
      sent.length = 0;
      held = { sorts, gate };
    },
    breakLooks(fault) {
      lookFault = fault;
    },
    read: (work, options) => work(holding(options)),
  };
}

const suppliers = '{ company(id: "lab") { name suppliers { nodes { name } } } }';
const commitments = '{ commitments(of: "lab") { byCounterparty { counterparty { name } } } }';
const suppliersAre = (...names: string[]) => ({
  company: { name: 'Lab', suppliers: { nodes: names.map((name) => ({ name })) } },
});

const counterpartiesAre = (...names: string[]) => ({
  commitments: { byCounterparty: names.map((name) => ({ counterparty: { name } })) },
});

export function describeFreshAnswers(name: string, openStore: OpenStore): void {
  describe(`${name}: a query of a graph that is known already`, () => {
    /** As another process has it, which nothing holds up. */
    let another: GraphStore;
    let store: HeldStore;
    let server: RunningServer;

    beforeEach(async () => {
      another = await openStore();
      store = holdReads(another);
      await importText(another, labSupply('cloud'));
      server = await serveStore(store, { REQUEST_TIMEOUT_MS: '5000' });
      await ask(server.url, suppliers);
    });
    afterEach(() => server.stop());

    it('sends all that it reads together with the look: one round trip', async () => {
      const gate = createGate();
      store.hold(['look', 'other'], gate);
      const answer = ask(server.url, suppliers);
      await expect.poll(() => store.sent.length).toBe(2);
      gate.open();
      expect(await answer).toEqual(suppliersAre('Cloud'));
      expect([...store.sent].sort()).toEqual(['look', 'other']);
    });

    it('sees what was written after it had run, but before the look', async () => {
      const gate = createGate();
      store.hold(['look'], gate);
      const answers = Promise.all([ask(server.url, suppliers), ask(server.url, commitments)]);
      await expect.poll(() => store.sent.filter((sort) => sort === 'other').length).toBe(2);
      await importText(another, labSupply('other-cloud'));
      gate.open();
      expect(await answers).toEqual([suppliersAre('Other Cloud'), counterpartiesAre('Other Cloud')]);
    });

    it('fails as a whole question does where the look fails, and answers what needs none', async () => {
      store.breakLooks(new AppError('UNAVAILABLE', 'The graph can not be reached.'));
      const { data, errors } = await askWhole(
        server.url,
        '{ company(id: "lab") { name } commitments(of: "lab") { of { name } } }',
      );
      expect(data).toBeNull();
      expect(
        errors?.map(({ message, path, extensions }) => ({ message, path, code: extensions.code })),
      ).toEqual([{ message: 'The graph can not be reached.', path: ['commitments'], code: 'UNAVAILABLE' }]);
      expect(await ask(server.url, '{ company(id: "lab") { name } }')).toEqual({ company: { name: 'Lab' } });
    });
  });
}
