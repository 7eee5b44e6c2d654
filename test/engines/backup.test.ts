// A backup is one state of the graph, whoever writes meanwhile; it is there whole or not at all.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEmbeddedStore, openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { restoreEmbedded } from '../../src/engines/embedded/restore.js';
import { backUp } from '../../src/records/back-up.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import { readLedger } from '../../src/records/ledger.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { dumpGraph, readLog } from '../store/dump-graph.js';
import { createGate, forever } from '../store/gate.js';
import { correctedContract, smallFacts } from '../store/small-facts.js';
import { importText } from '../support/import-text.js';

let folder: string;
let store: GraphStore;
const inFolder = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-backup-'));
  store = await openEmbeddedStore(inFolder('data'));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function withRestored<Result>(
  path: string,
  use: (restored: GraphStore) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(inFolder('restored-'));
  await restoreEmbedded(directory, path);
  const restored = await openEmbeddedStore(directory);
  try {
    return await use(restored);
  } finally {
    await restored.close();
  }
}

/** What a writer imports round after round, all or nothing: one more company, and a contract that is corrected. */
const growing = (name: string, round: number): string => `
sources: [{id: ${name}-press, publisher: P, title: T}]
companies:
- {id: ${name}-0, name: ${name} 0, roles: [NEOCLOUD], country: US}
- {id: ${name}-${round}, name: ${name} ${round}, roles: [NEOCLOUD], country: US}
cloudContracts:
- {id: ${name}-contract, supplier: ${name}-${round}, customer: ${name}-0, summary: Cloud ${round}.,
   announcedOn: '2026-01', status: ACTIVE, confidence: CONFIRMED, sources: [${name}-press]}`;

/** What the log of a graph says is there: the last values of each record that was not retracted last. */
function replay(log: readonly Readonly<Record<string, unknown>>[]): Map<unknown, unknown> {
  const records = new Map<unknown, unknown>();
  for (const { recordId, after } of log) {
    if (typeof after === 'string') records.set(recordId, JSON.parse(after).version);
    else records.delete(recordId);
  }
  return records;
}

const versionsIn = async (graph: GraphStore): Promise<Map<unknown, unknown>> => {
  const rows = await graph.read((reader) =>
    reader.run<{ id: string; version: number }>(
      'MATCH (record:Entity) RETURN record.id AS id, record.version AS version',
    ),
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
};

test('made while four writers go on, it holds all up to one change, and nothing of what came later', {
  timeout: 60_000,
}, async () => {
  let isWriting = true;
  const write = async (name: string): Promise<void> => {
    for (let round = 1; isWriting; round += 1) await importText(store, growing(name, round));
  };
  const writers = ['ada', 'bob', 'eve', 'joe'].map(write);
  const reports = [];
  for (let round = 0; round < 5; round += 1) {
    // A write that was asked for before the backup is in it, so each holds more than the one before.
    await importText(store, `sources: [{id: round-${round}, publisher: P, title: T}]`);
    reports.push(await backUp(store, new Date()));
  }
  isWriting = false;
  await Promise.all(writers);

  const sequences = reports.map(({ sequence }) => sequence);
  expect([...new Set(sequences)].sort((one, other) => one - other)).toEqual(sequences);
  for (const { path, bytes, records, sequence } of reports) {
    expect((await readFile(path)).length).toBe(bytes);
    await withRestored(path, async (restored) => {
      const log = (await readLog(restored)).filter((entry) => 'recordId' in entry);
      expect(log.map((change) => change.sequence)).toEqual(
        Array.from({ length: sequence }, (_, at) => at + 1),
      );
      const versions = await versionsIn(restored);
      expect(versions).toEqual(replay(log));
      expect(versions.size).toBe(records);
      expect(await restored.read(checkConsistency)).toEqual([]);
    });
  }
});

test('it has all that the graph has, the search included', async () => {
  await importText(store, smallFacts);
  const { path } = await backUp(store, new Date());
  const before = await dumpGraph(store);
  await withRestored(path, async (restored) => {
    expect(await dumpGraph(restored)).toEqual(before);
    expect((await restored.searchText('anthropic', 1)).map(({ id }) => id)).toEqual(['anthropic']);
  });
});

test('a write under way is waited for, and is in it whole', async () => {
  const gate = createGate();
  const writing = store.write(async (writer) => {
    await writer.run("CREATE (:Entity {id: 'first'})");
    await gate.opened;
    await writer.run("CREATE (:Entity {id: 'second'})");
  });
  const backing = backUp(store, new Date());
  gate.open();
  await writing;
  expect((await backing).records).toBe(2);
});

test('one that can not be read leaves no file', async () => {
  const unreadable = store.backup?.({
    now: new Date(),
    look: async () => {
      throw new Error('it is damaged');
    },
  });
  await expect(unreadable).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringMatching(/graph-.*\.grafeo can't be written as a backup: it is damaged$/),
  });
  expect(await readdir(inFolder('data/backups'))).toEqual([]);
});

test('one that can not be written says why, leaves nothing, and the graph goes on', async () => {
  await importText(store, smallFacts);
  // With the ending of what is not finished yet, it is longer than file systems take.
  const file = inFolder('x'.repeat(250));
  await expect(backUp(store, new Date(), { file })).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringMatching(/x can't be written as a backup: ENAMETOOLONG/),
  });
  expect(await readdir(folder)).toEqual(['data']);
  await importText(store, correctedContract);
  const { sequence } = await store.read(readLedger);
  expect(await backUp(store, new Date(), { file: inFolder('copy') })).toMatchObject({ sequence });
  expect((await readdir(folder)).sort()).toEqual(['copy', 'data']);
});

test('one that is called off ends at once, leaves no file, and keeps no other one waiting', async () => {
  const reason = new Error('it takes too long');
  const calledOff = (look: (ending: AbortController) => Promise<void>): Promise<unknown> | undefined => {
    const ending = new AbortController();
    const request = { now: new Date(), file: inFolder('called-off'), look: () => look(ending) };
    return store.backup?.(request, ending);
  };
  const whileRead = calledOff(async (ending) => {
    ending.abort(reason);
    return forever();
  });
  await expect(whileRead).rejects.toBe(reason);
  const whileSaved = calledOff(async (ending) => {
    setImmediate(() => ending.abort(reason));
  });
  await expect(whileSaved).rejects.toBe(reason);
  await backUp(store, new Date(), { file: inFolder('copy') });
  expect((await readdir(folder)).sort()).toEqual(['copy', 'data']);
});

test('two of one time do not share a file: the second is refused', async () => {
  const now = new Date('2026-03-09T12:00:00Z');
  const [first, second] = await Promise.allSettled([backUp(store, now), backUp(store, now)]);
  expect(first).toMatchObject({
    status: 'fulfilled',
    value: { path: inFolder('data/backups/graph-2026-03-09T12-00-00-000Z.grafeo') },
  });
  expect(second).toMatchObject({ status: 'rejected', reason: { code: 'VALIDATION_FAILED' } });
});

test('a graph without a file of its own says that other tools do it', async () => {
  const memory = await openMemoryStore();
  await expect(backUp(memory, new Date())).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    message: expect.stringContaining('neo4j-admin database backup'),
  });
  await memory.close();
});

test('a graph that was closed makes none', async () => {
  await store.close();
  await expect(backUp(store, new Date())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});
