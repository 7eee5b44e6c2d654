// Neo4j may be late, refuse us, die or freeze: the API says so, stays up, and goes on by itself when it can.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { openStore } from '../../src/engines/open-store.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import type { Writer } from '../../src/store/graph-store.js';
import { idsIn } from '../store/use-store.js';
import { importText } from '../support/import-text.js';
import { neo4jVersions, type RunningNeo4j, startNeo4j } from '../support/neo4j/start-neo4j.js';
import { pollUntil } from '../support/poll-until.js';
import { readSection } from '../support/read-seed.js';
import { isServerGiven } from './servers.js';
import { findFreePort, startWatchedApp, type WatchedApp } from './watched-app.js';

const createNothing = (writer: Writer): Promise<unknown> => writer.run('RETURN 1 AS one');
const password = 'correct-horse';
const inSeed = readSection('companies').length;
/** How long Neo4j, cold, takes to be found by our next attempt and to be filled from the seed, at the very most. */
const READY_MS = 180_000;
/** The start of Neo4j comes on top. */
const TEST_MS = 300_000;

// A server that somebody gave us is not ours to stop.
describe.skipIf(isServerGiven)('an API whose Neo4j', () => {
  let environment: Record<string, string> = {};
  let app: WatchedApp;
  let neo4j: RunningNeo4j | undefined;
  const start = async (home?: string): Promise<RunningNeo4j> => {
    const port = Number(environment.NEO4J_URI?.split(':').at(-1));
    return startNeo4j({ version: neo4jVersions[0], port, password, ...(home !== undefined && { home }) });
  };

  beforeAll(async () => {
    const uri = `bolt://127.0.0.1:${await findFreePort()}`;
    environment = { NEO4J_URI: uri, NEO4J_USER: 'neo4j', NEO4J_PASSWORD: password };
    app = await startWatchedApp(environment);
  });
  afterAll(async () => {
    await app.stop();
    await neo4j?.stop();
  });

  it('is not there yet is live, not ready, and answers UNAVAILABLE', async () => {
    expect(await app.health('live')).toBe(200);
    expect(await app.health('ready')).toBe(503);
    expect(await app.countCompanies()).toMatchObject({ code: 'UNAVAILABLE' });
    await pollUntil(async () => app.log().includes('cannot be reached'));
  });

  it('is not there yet can be stopped', async () => {
    const other = await startWatchedApp(environment);
    await other.stop();
    await expect(other.store.check()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it(
    'comes up later connects to it and fills it from the seed',
    async () => {
      neo4j = await start();
      await pollUntil(async () => (await app.health('ready')) === 200, READY_MS);
      expect(await app.countCompanies()).toMatchObject({ total: inSeed });
    },
    TEST_MS,
  );

  it('refuses the password says in the log what to check, and is not ready', async () => {
    const wrong = { ...environment, NEO4J_PASSWORD: 'wrong' };
    await expect(openStore(readConfig(wrong))).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/unauthorized.*NEO4J_USER and NEO4J_PASSWORD/),
    });
    const refused = await startWatchedApp(wrong);
    await pollUntil(async () => refused.log().includes('NEO4J_PASSWORD'));
    expect(refused.log()).not.toContain('wrong');
    expect(await refused.health('live')).toBe(200);
    expect(await refused.health('ready')).toBe(503);
    expect(await refused.countCompanies()).toMatchObject({ code: 'UNAVAILABLE' });
    await refused.stop();
  });

  it('freezes answers TIMEOUT at the deadline and is not ready, until it thaws', async () => {
    const hasty = await startWatchedApp({ ...environment, REQUEST_TIMEOUT_MS: '1000' });
    await pollUntil(async () => (await hasty.countCompanies()).total === inSeed);
    process.kill(neo4j?.pid ?? 0, 'SIGSTOP');
    // The signal is sent before it is obeyed: all threads of a busy Neo4j take some time to stop.
    await pollUntil(async () => (await hasty.health('ready')) === 503);
    const frozen = await Promise.all([hasty.countCompanies(), hasty.health('ready')]);
    const writes = [1, 2, 3].map(() =>
      hasty.store.write(createNothing, { signal: AbortSignal.timeout(500) }),
    );
    const unwritten = await Promise.allSettled(writes);
    process.kill(neo4j?.pid ?? 0, 'SIGCONT');
    expect(frozen).toEqual([{ code: 'TIMEOUT', tookMs: expect.any(Number) }, 503]);
    expect(frozen[0].tookMs).toBeLessThan(5_000);
    expect(unwritten.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await pollUntil(async () => (await hasty.countCompanies()).total === inSeed);
    expect(await hasty.health('ready')).toBe(200);
    await hasty.store.write(createNothing);
    await hasty.stop();
  });

  it('is killed answers UNAVAILABLE within the deadline, is not ready, and stays live', async () => {
    await importText(
      app.store,
      'sources: [{id: acknowledged, publisher: P, title: Written before the kill}]',
    );
    await neo4j?.kill();
    const answers = await Promise.all([app.countCompanies(), app.countCompanies()]);
    const deadline = readConfig({}).REQUEST_TIMEOUT_MS;
    for (const { code, tookMs } of answers) {
      expect(code).toBe('UNAVAILABLE');
      expect(tookMs).toBeLessThan(deadline);
    }
    expect(await app.health('ready')).toBe(503);
    expect(await app.health('live')).toBe(200);
    await expect(idsIn(app.store)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(
      importText(app.store, 'sources: [{id: never, publisher: P, title: T}]'),
    ).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
  });

  it(
    'is back after a kill goes on without a restart, and has lost nothing',
    async () => {
      neo4j = await start(neo4j?.home);
      await pollUntil(async () => (await app.health('ready')) === 200, READY_MS);
      expect(await app.countCompanies()).toMatchObject({ total: inSeed });
      const ids = await idsIn(app.store);
      expect([ids.includes('acknowledged'), ids.includes('never')]).toEqual([true, false]);
      expect(await app.store.read(checkConsistency)).toEqual([]);
      await importText(app.store, 'sources: [{id: later, publisher: P, title: Written after the kill}]');
      expect(await idsIn(app.store)).toContain('later');
    },
    TEST_MS,
  );
});
