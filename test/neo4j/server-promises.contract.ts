/** What only a server can promise: several processes share one graph, and what is aborted ends on the server too. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/engines/open-store.js';
import { seedIfEmpty } from '../../src/facts/seed.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import type { GraphStore, Writer } from '../../src/store/graph-store.js';
import { readLog } from '../store/dump-graph.js';
import { createGate } from '../store/gate.js';
import { createRecord, idsIn } from '../store/use-store.js';
import { importText } from '../support/import-text.js';
import { pollUntil } from '../support/poll-until.js';
import type { Server } from './servers.js';

const increment = async (writer: Writer): Promise<void> => {
  const [row] = await writer.run<{ value: number }>('MATCH (counter:Counter) RETURN counter.value AS value');
  await writer.run('MATCH (counter:Counter) SET counter.value = $value', { value: (row?.value ?? 0) + 1 });
};

/** Statements that others run on the server now. */
const runningStatements = async (store: GraphStore): Promise<string[]> => {
  const rows = await store.read((reader) =>
    reader.run<{ statement: string }>(
      'SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS statement',
    ),
  );
  return rows.map(({ statement }) => statement);
};

export function describeServerPromises(server: Server): void {
  describe('a shared server', () => {
    let stores: GraphStore[] = [];
    beforeEach(async () => {
      stores = [await server.openEmpty(), await openStore(server.config())];
    });
    afterEach(() => Promise.all(stores.map((store) => store.close())));
    const one = (): GraphStore => stores[0] as GraphStore;
    const other = (): GraphStore => stores[1] as GraphStore;

    it('names its engine and version', () => {
      expect(one().engine).toMatch(/^Neo4j\/\d/);
    });

    it('shows one process what another wrote', async () => {
      await createRecord(one(), 'a', 'alpha');
      expect(await idsIn(other())).toEqual(['a']);
      expect((await other().searchText('alpha', 10)).map(({ id }) => id)).toEqual(['a']);
    });

    it('loses no update of several processes', async () => {
      await one().write((writer) => writer.run('CREATE (:Counter {value: 0})'));
      await Promise.all(
        Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? one() : other()).write(increment)),
      );
      const rows = await one().read((reader) =>
        reader.run('MATCH (counter:Counter) RETURN counter.value AS value'),
      );
      expect(rows).toEqual([{ value: 24 }]);
    });

    it('numbers the changes of several processes without a gap', async () => {
      await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          importText(
            index % 2 === 0 ? one() : other(),
            `sources: [{id: source-${index}, publisher: P, title: T}]`,
          ),
        ),
      );
      const sequences = (await readLog(one())).map(({ sequence }) => sequence);
      expect(sequences).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12]);
    });

    it('is filled from the seed once, by however many processes start on it', async () => {
      const reports = await Promise.all([seedIfEmpty(one(), new Date()), seedIfEmpty(other(), new Date())]);
      const created = reports.map((report) => report?.created ?? 0).sort((a, b) => a - b);
      expect(created[0]).toBe(0);
      expect(created[1]).toBeGreaterThan(500);
      expect(await one().read(checkConsistency)).toEqual([]);
    });

    it('ends an aborted statement, which would have run for minutes', async () => {
      const endless =
        'UNWIND range(1, 2000000000) AS number WITH number WHERE number % 3 = 5 RETURN count(*) AS total';
      const controller = new AbortController();
      const reason = new Error('the client has gone');
      const reading = one().read((reader) => reader.run(endless), controller);
      const ended = expect(reading).rejects.toBe(reason);
      await pollUntil(async () => (await runningStatements(other())).includes(endless));
      controller.abort(reason);
      await ended;
      await pollUntil(async () => !(await runningStatements(other())).includes(endless));
    });

    it('ends an aborted writer that waits for its turn', async () => {
      const [started, finished] = [createGate(), createGate()];
      const holding = one().write(async (writer) => {
        await writer.run("CREATE (:Entity {id: 'a'})");
        started.open();
        await finished.opened;
      });
      await started.opened;
      const waiting = async (): Promise<number> =>
        (await runningStatements(one())).filter((statement) => statement.includes('WriteTurn')).length;
      const controller = new AbortController();
      const writing = createOnAbort(other(), controller.signal);
      await pollUntil(async () => (await waiting()) === 1);
      controller.abort(new Error('the client has gone'));
      await expect(writing).rejects.toThrow('the client has gone');
      await pollUntil(async () => (await waiting()) === 0);
      finished.open();
      await holding;
      expect(await idsIn(one())).toEqual(['a']);
    });

    it('writes nothing of what was under way when a process closed', async () => {
      const started = createGate();
      const writing = other().write(async (writer) => {
        await writer.run("CREATE (:Entity {id: 'a'})");
        started.open();
        await new Promise(() => {});
      });
      const ended = expect(writing).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      await started.opened;
      await other().close();
      await ended;
      // This waits for its turn, so the other one has ended by then.
      await createRecord(one(), 'b');
      expect(await idsIn(one())).toEqual(['b']);
    });

    it('is UNAVAILABLE to a process that has no connection left', async () => {
      const small = await openStore({ ...server.config(), NEO4J_POOL_SIZE: 1 });
      const [started, finished] = [createGate(), createGate()];
      const holding = small.read(async (reader) => {
        // A connection is held from the second statement on.
        await reader.run('RETURN 1 AS one');
        await reader.run('RETURN 2 AS two');
        started.open();
        await finished.opened;
      });
      await started.opened;
      await expect(idsIn(small)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      finished.open();
      await holding;
      expect(await idsIn(small)).toEqual([]);
      await small.close();
    });
  });
}

const createOnAbort = (store: GraphStore, signal: AbortSignal): Promise<unknown> =>
  store.write((writer) => writer.run("CREATE (:Entity {id: 'late'})"), { signal });
