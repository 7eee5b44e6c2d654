/** Any sequence of writes does what a slow and simple model of them says, and the feed alone tells how all of it ended. */
import { expect, test } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { kindOf } from '../../src/model/registry.js';
import type { WriteOutcome } from '../../src/records/attempt-write.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import { readChanges } from '../../src/records/read-changes.js';
import { restoreRecord } from '../../src/records/restore-record.js';
import { retractRecord } from '../../src/records/retract-record.js';
import { upsertRecord } from '../../src/records/upsert-record.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { importText } from '../support/import-text.js';
import { makeRandom } from '../support/seeded-random.js';
import { createModel, type ModelWrite } from './write-model.js';

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);
const WRITES = 150;

const companyIds = ['c0', 'c1', 'c2', 'c3', 'c4'];
const dealIds = ['d0', 'd1', 'd2', 'd3'];
const names = ['Alpha', 'Beta', 'Gamma', 'Delta'];

/** Ids and names, some of which mean nothing at the time, or several companies. */
const waysToRefer = [...companyIds, ...names, 'ALPHA', 'beta Inc.', 'Délta', 'Omega', 'd0'];

function makeWrites(seed: number): ModelWrite[] {
  const random = makeRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  return Array.from({ length: WRITES }, (): ModelWrite => {
    const ifVersion = random() < 0.3 ? Math.floor(random() * 4) : undefined;
    const turn = random();
    if (turn < 0.3) return { what: 'COMPANY', id: pick(companyIds), name: pick(names), ifVersion };
    if (turn < 0.7) {
      const id = pick(dealIds);
      return {
        ...{ what: 'CHIP_SUPPLY', id, supplier: pick(waysToRefer), customer: pick(waysToRefer), ifVersion },
        summary: pick(['One.', 'Two.']),
      };
    }
    const id = pick([...companyIds, ...dealIds, 'x9']);
    return { what: turn < 0.85 ? 'RETRACT' : 'RESTORE', id, ifVersion };
  });
}

const certain = { announcedOn: '2026', status: 'ACTIVE', confidence: 'REPORTED', sources: ['press'] };

function doWrite(store: GraphStore, write: ModelWrite): Promise<WriteOutcome> {
  const options = { actor: 'tester', reason: 'a test', ifVersion: write.ifVersion };
  if (write.what === 'RETRACT') return retractRecord(store, write.id, options);
  if (write.what === 'RESTORE') return restoreRecord(store, write.id, options);
  const { what, ifVersion: _ifVersion, ...values } = write;
  const input =
    what === 'COMPANY' ? { ...values, roles: ['AI_LAB'], country: 'US' } : { ...values, ...certain };
  return upsertRecord(store, kindOf(what), input, options);
}

/** What the model says of an outcome: the change, no change, or the reasons against it. */
const outcomeOf = ({ change, faults }: WriteOutcome): string => {
  if (faults.length > 0)
    return faults
      .map(({ code }) => code)
      .sort()
      .join(' ');
  return change === undefined ? 'UNCHANGED' : `${change.action} ${change.version}`;
};

async function replayFeed(store: GraphStore): Promise<Record<string, unknown>> {
  const { changes, hasMore } = await store.read((reader) => readChanges(reader, { first: 1_000 }));
  expect(hasMore).toBe(false);
  const records = new Map<string, unknown>();
  for (const { recordId, after } of changes) {
    if (after === undefined) records.delete(recordId);
    else records.set(recordId, JSON.parse(after));
  }
  return Object.fromEntries(records);
}

test.each(SEEDS)('writes of seed %i', { timeout: 60_000 }, async (seed) => {
  const store = await openMemoryStore();
  try {
    await importText(store, 'sources: [{id: press, publisher: P, title: T}]');
    const model = createModel();
    for (const write of makeWrites(seed)) {
      const outcome = outcomeOf(await doWrite(store, write));
      expect([write, outcome]).toEqual([write, model.expect(write)]);
    }
    expect(await store.read(checkConsistency)).toEqual([]);
    const { press, ...told } = await replayFeed(store);
    expect(press).toMatchObject({ id: 'press' });
    expect(told).toMatchObject(model.records());
    expect(Object.keys(told).sort()).toEqual(Object.keys(model.records()).sort());
  } finally {
    await store.close();
  }
});
