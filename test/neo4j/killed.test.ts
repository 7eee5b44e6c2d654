// API processes and their Neo4j are killed while clients read, write and follow: nothing that was told is lost, nothing is
// half there, nobody waits beyond the deadline, and all goes on by itself.
import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { openStore } from '../../src/engines/open-store.js';
import { readLedger } from '../../src/records/ledger.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { crashFacts } from '../engines/crash-facts.js';
import { expectWhole } from '../engines/expect-whole.js';
import { importText } from '../support/import-text.js';
import { makeKey } from '../support/make-key.js';
import { neo4jVersions, type RunningNeo4j, startNeo4j } from '../support/neo4j/start-neo4j.js';
import { pollUntil } from '../support/poll-until.js';
import { type ApiProcess, startApiProcess } from './api-process.js';
import { type Load, startLoad } from './load.js';
import { isServerGiven } from './servers.js';

const KILLS = 4;
const DEADLINE_MS = 5_000;
/** What a request may take beyond its deadline on a machine that is busy with the start of a Neo4j. */
const GRACE_MS = 2_000;
const AGAIN_MS = 60_000;
const TEST_MS = 240_000;

// A server that somebody gave us is not ours to stop.
describe.skipIf(isServerGiven).each(neo4jVersions)('two API processes on Neo4j %s', (version) => {
  let neo4j: RunningNeo4j;
  let store: GraphStore;
  let token = '';
  let load: Load;
  let processes: ApiProcess[] = [];
  const start = (): Promise<ApiProcess> =>
    startApiProcess({
      NEO4J_URI: neo4j.uri,
      REQUEST_TIMEOUT_MS: String(DEADLINE_MS),
      RATE_LIMIT: '0',
      RATE_LIMIT_WITH_TOKEN: '0',
      MAX_EVENT_LOOP_DELAY_MS: '0',
    });
  const sequence = async (): Promise<number> => (await store.read(readLedger)).sequence;
  const begin = async (name: string): Promise<number> => {
    const after = await sequence();
    load = startLoad({ name, token, after, urls: () => processes.map(({ url }) => url) });
    return after;
  };
  /** Until so many more writes were done. */
  const untilWritten = (more: number): Promise<void> => {
    const wanted = load.acknowledged.length + more;
    return pollUntil(async () => load.acknowledged.length >= wanted, AGAIN_MS);
  };

  /** Stops the clients, and looks at all that they were told and at what is there. */
  async function expectNothingLost(after: number): Promise<void> {
    await load.pause();
    await expectWhole(store, load.acknowledged);
    const last = await sequence();
    await pollUntil(async () => load.followed.length >= last - after);
    expect(load.followed).toEqual(Array.from({ length: last - after }, (_, index) => after + 1 + index));
    expect([...load.codes].filter((code) => code !== 'UNAVAILABLE' && code !== 'TIMEOUT')).toEqual([]);
    expect(load.longestMs).toBeLessThan(DEADLINE_MS + GRACE_MS);
  }

  beforeAll(async () => {
    neo4j = await startNeo4j({ version });
    store = await openStore(readConfig({ NEO4J_URI: neo4j.uri }));
    await importText(store, crashFacts);
    token = (await makeKey(store, 'EDITOR')).text;
    processes = await Promise.all([start(), start()]);
  });
  afterEach(() => load.end());
  afterAll(async () => {
    await Promise.all(processes.map((each) => each.kill()));
    await store.close();
    await neo4j.stop();
  });

  it(
    `lose nothing when they are killed in turn, ${KILLS} times, and whoever follows misses no change`,
    async () => {
      const after = await begin('processes');
      for (let kill = 0; kill < KILLS; kill += 1) {
        await untilWritten(10);
        await wait(randomInt(50));
        await processes.shift()?.kill();
        processes.push(await start());
      }
      await untilWritten(10);
      await expectNothingLost(after);
      expect(load.connections).toBeGreaterThan(1);
    },
    TEST_MS,
  );

  it(
    'lose nothing when Neo4j is killed and started again, keep to the deadline, and go on by themselves',
    async () => {
      const after = await begin('server');
      await untilWritten(20);
      await neo4j.kill();
      await pollUntil(async () => load.codes.has('UNAVAILABLE'));
      neo4j = await startNeo4j({ version, home: neo4j.home, port: neo4j.port });
      const readBefore = load.reads;
      await untilWritten(20);
      await pollUntil(async () => load.reads > readBefore + 20, AGAIN_MS);
      await expectNothingLost(after);
    },
    TEST_MS,
  );
});
