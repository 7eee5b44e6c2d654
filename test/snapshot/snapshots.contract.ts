/** What questions go by is always what the graph holds, whatever was written since it was read, and whoever wrote it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restoreRecord } from '../../src/records/restore-record.js';
import { retractRecord } from '../../src/records/retract-record.js';
import type { Snapshot } from '../../src/snapshot/snapshot.js';
import { createSnapshots } from '../../src/snapshot/snapshots.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import type { Facts, Section } from '../oracle/facts.js';
import { type OpenStore, useStore } from '../store/use-store.js';
import { importText } from '../support/import-text.js';
import { labSupply } from '../support/lab-supply.js';
import { factsText } from '../support/open-graph.js';
import { randomFacts } from '../support/random-facts.js';
import { randomRates } from '../support/random-money.js';
import { tellSnapshot } from './tell-snapshot.js';

const CURRENCIES = ['USD', 'EUR', 'KRW', 'CHF'];
const authorship = { actor: 'test', reason: 'a test' };

type RawRecords = readonly { readonly id: string }[];
const idsOf = (facts: Facts): string[] =>
  Object.values(facts).flatMap((records: RawRecords) => records.map(({ id }) => id));

/** Without those whose ids are taken by records of another kind. */
function besides(facts: Facts, others: Facts): Facts {
  const sections = Object.entries(facts).map(([section, records]) => {
    const taken = new Set(idsOf({ ...others, [section as Section]: [] }));
    return [section, (records as RawRecords).filter(({ id }) => !taken.has(id))];
  });
  return Object.fromEntries(sections) as unknown as Facts;
}

const randomHistory = fc.record({
  first: randomFacts(),
  second: randomFacts(),
  firstRates: randomRates,
  secondRates: randomRates,
  /** Places of the records to take back among all. */
  taken: fc.array(fc.nat(200), { minLength: 1, maxLength: 10 }),
});

/** `histories`: how many random ones are followed. */
export function describeSnapshots(name: string, openStore: OpenStore, histories: number): void {
  describe(`snapshots of ${name}`, () => {
    const store = useStore(openStore);

    async function deleteAll(): Promise<void> {
      await store().write((writer) => writer.run('MATCH (n) WHERE NOT n:ForTests DETACH DELETE n'));
    }

    it(`follow ${histories} random histories as if read anew each time`, { timeout: 240_000 }, async () => {
      const following = createSnapshots(store());
      const history = fc.asyncProperty(
        randomHistory,
        async ({ first, second, firstRates, secondRates, taken }) => {
          const ids = [...new Set([...idsOf(first), ...idsOf(second)])];
          const companies = [...first.companies, ...second.companies].map(({ id }) => id);
          const tell = (snapshot: Snapshot) => tellSnapshot(snapshot, companies, CURRENCIES);
          async function expectSame(): Promise<void> {
            const anew = createSnapshots(store());
            expect(tell(await following.current())).toEqual(tell(await anew.current()));
          }

          await deleteAll();
          await expectSame();
          await importText(store(), factsText(first, firstRates));
          await expectSame();
          await importText(store(), factsText(besides(second, first), secondRates));
          await expectSame();
          const chosen = taken.map((place) => ids[place % ids.length] ?? '');
          for (const id of chosen) await retractRecord(store(), id, authorship);
          await expectSame();
          for (const id of chosen) await restoreRecord(store(), id, authorship);
          await expectSame();
        },
      );
      await fc.assert(history, { numRuns: histories });
    });

    it('that are held stay as they were', async () => {
      const snapshots = createSnapshots(store());
      await importText(store(), labSupply('cloud'));
      const before = await snapshots.current();
      await importText(store(), labSupply('other-cloud'));
      const after = await snapshots.current();
      expect([before, after].map(suppliersOfLab)).toEqual([['cloud'], ['other-cloud']]);
    });

    it('are as new as what the caller has seen written, however many ask at once', async () => {
      await importText(store(), labSupply('cloud'));
      const snapshots = createSnapshots(store());
      const asked = Array.from({ length: 20 }, () => snapshots.current());
      await importText(store(), labSupply('other-cloud'));
      const askedLater = Array.from({ length: 20 }, () => snapshots.current());
      const later = await Promise.all(askedLater);
      expect(later.map(suppliersOfLab)).toEqual(later.map(() => ['other-cloud']));
      await Promise.all(asked);
    });

    it('see what another process wrote', async () => {
      const [ours, theirs] = [createSnapshots(store()), createSnapshots(store())];
      await importText(store(), labSupply('cloud'));
      await Promise.all([ours.current(), theirs.current()]);
      await retractRecord(store(), 'lab-cloud', authorship);
      expect(suppliersOfLab(await ours.current())).toEqual([]);
      expect(suppliersOfLab(await theirs.current())).toEqual([]);
    });

    it('are whole, though the first reading of the graph was broken off again and again', async () => {
      await importText(store(), labSupply('cloud'));
      let turn = 0;
      const brittle: GraphStore = {
        ...store(),
        async read(work, options) {
          turn += 1;
          if (turn % 4 === 0) throw new Error('broken off');
          return store().read(work, options);
        },
      };
      const snapshots = createSnapshots(brittle);
      let [snapshot, attempts]: [Snapshot | undefined, number] = [undefined, 0];
      while (snapshot === undefined) {
        attempts += 1;
        snapshot = await snapshots.current().catch(() => undefined);
      }
      expect(attempts).toBeGreaterThan(2);
      const anew = await createSnapshots(store()).current();
      const tell = (one: Snapshot) => tellSnapshot(one, ['lab', 'cloud', 'other-cloud'], CURRENCIES);
      expect(tell(snapshot)).toEqual(tell(anew));
    });

    it('are not waited for once the caller has given up', async () => {
      const giveUp = AbortSignal.abort(new Error('no longer wanted'));
      await expect(createSnapshots(store()).current(giveUp)).rejects.toThrow('no longer wanted');
    });
  });
}

const suppliersOfLab = (snapshot: Snapshot): string[] =>
  snapshot.edgesTo('lab', 'SUPPLIES').map(({ from }) => from);
