/** Work can be ended from outside, and a closed graph is a closed graph. */
import { describe, expect, it } from 'vitest';
import type { GraphStore, WorkOptions } from '../../src/store/graph-store.js';
import { createGate, forever } from './gate.js';
import { createRecord, idsIn, type OpenStore, useStore } from './use-store.js';

const reason = new Error('the client has gone');

const create = "CREATE (:Entity {id: 'a'})";

type Call = (store: GraphStore, options?: WorkOptions) => Promise<unknown>;
const read: Call = (store, options) => store.read((reader) => reader.run('RETURN 1 AS one'), options);
const write: Call = (store, options) => store.write((writer) => writer.run(create), options);
const search: Call = (store, options) => store.searchText('words', 10, options);
const check: Call = (store) => store.check();

export function describeEnding(openStore: OpenStore): void {
  describe('an abort', () => {
    const store = useStore(openStore);

    it.each([
      ['a read', read],
      ['a write', write],
      ['a search', search],
    ])('before %s keeps it from beginning', async (_what, call) => {
      await expect(call(store(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      expect(await idsIn(store())).toEqual([]);
    });

    it('ends a read, whatever it waits for', async () => {
      const controller = new AbortController();
      const reading = store().read(async (reader) => {
        await reader.run('RETURN 1 AS one');
        controller.abort(reason);
        return forever();
      }, controller);
      await expect(reading).rejects.toBe(reason);
    });

    it('ends a write, whatever it waits for; nothing is written, and the next writer gets its turn', async () => {
      const controller = new AbortController();
      const writing = store().write(async (writer) => {
        await writer.run(create);
        controller.abort(reason);
        return forever();
      }, controller);
      await expect(writing).rejects.toBe(reason);
      await createRecord(store(), 'b');
      expect(await idsIn(store())).toEqual(['b']);
    });

    it('during the last statement of a write leaves nothing of it', async () => {
      const controller = new AbortController();
      const writing = store().write(async (writer) => {
        await writer.run(create);
        controller.abort(reason);
      }, controller);
      await expect(writing).rejects.toBe(reason);
      expect(await idsIn(store())).toEqual([]);
    });

    it('ends a writer that waits for its turn', async () => {
      const [started, finished] = [createGate(), createGate()];
      const first = store().write(async (writer) => {
        await writer.run("CREATE (:Entity {id: 'first'})");
        started.open();
        await finished.opened;
      });
      await started.opened;
      const controller = new AbortController();
      const second = write(store(), controller);
      controller.abort(reason);
      await expect(second).rejects.toBe(reason);
      finished.open();
      await first;
      expect(await idsIn(store())).toEqual(['first']);
    });

    it('lets no further statement run', async () => {
      const controller = new AbortController();
      const ended = createGate();
      let later: Promise<unknown> = Promise.resolve();
      const writing = store().write(async (writer) => {
        controller.abort(reason);
        later = ended.opened.then(() => writer.run(create));
        await later;
      }, controller);
      await expect(writing).rejects.toBe(reason);
      ended.open();
      await expect(later).rejects.toBe(reason);
      expect(await idsIn(store())).toEqual([]);
    });

    it('after the end changes nothing', async () => {
      const controller = new AbortController();
      await write(store(), controller);
      controller.abort(reason);
      await read(store());
      expect(await idsIn(store())).toEqual(['a']);
    });

    it('may be asked for by many calls with one signal, without a warning', async () => {
      const warnings: Error[] = [];
      const listen = (warning: Error): number => warnings.push(warning);
      process.on('warning', listen);
      const { signal } = new AbortController();
      await Promise.all(Array.from({ length: 30 }, () => read(store(), { signal })));
      process.off('warning', listen);
      expect(warnings).toEqual([]);
    });
  });

  describe('closing', () => {
    const store = useStore(openStore);
    const unavailable = expect.objectContaining({ name: 'AppError', code: 'UNAVAILABLE' });

    it('an open graph answers its check', async () => {
      await expect(store().check()).resolves.toBeUndefined();
    });

    it.each([
      ['a read', read],
      ['a write', write],
      ['a search', search],
      ['a check', check],
    ])('makes %s afterwards UNAVAILABLE', async (_what, call) => {
      await store().close();
      await expect(call(store())).rejects.toEqual(unavailable);
    });

    it('twice, at once or one after the other, is fine', async () => {
      await Promise.all([store().close(), store().close()]);
      await expect(store().close()).resolves.toBeUndefined();
    });

    it.each(['read', 'write'] as const)('ends a %s under way', async (mode) => {
      const started = createGate();
      const working = store()[mode](async (reader) => {
        await reader.run('RETURN 1 AS one');
        started.open();
        return forever();
      });
      const ended = expect(working).rejects.toEqual(unavailable);
      await started.opened;
      await store().close();
      await ended;
    });

    it('ends writers that wait for their turn', async () => {
      const started = createGate();
      const calls = [
        store().write(async (writer) => {
          await writer.run(create);
          started.open();
          return forever();
        }),
        write(store()),
        write(store()),
      ];
      const outcomes = Promise.allSettled(calls);
      await started.opened;
      await store().close();
      expect(await outcomes).toEqual(calls.map(() => ({ status: 'rejected', reason: unavailable })));
    });
  });
}
