// A process that is killed, at whatever moment, loses nothing that it acknowledged and leaves no half of anything.
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../src/engines/embedded/embedded-store.js';
import { importText } from '../support/import-text.js';
import { makeRandom } from '../support/seeded-random.js';
import { crashFacts } from './crash-facts.js';
import { type Acknowledged, expectWhole } from './expect-whole.js';
import { type GraphProcess, startGraphProcess } from './start-graph-process.js';

/** Graphs that are killed side by side, and how often each is. */
const GRAPHS = 2;
const ROUNDS = 27;
/** What a file may take to open, on a machine that is busy with other tests. */
const AT_ONCE_MS = 5_000;
const FOREVER = 1_000_000;

const moments = ['at work', 'at work', 'at work, and again while it opens', 'while it closes'] as const;
type Moment = (typeof moments)[number];

/** Loads while another one is at work, for that takes longest. */
async function startWriter(): Promise<GraphProcess> {
  const writer = startGraphProcess(new URL('./crash-writer.ts', import.meta.url));
  await writer.says('loaded');
  return writer;
}

const acknowledgedBy = ({ lines }: GraphProcess): Acknowledged[] =>
  lines
    .map((line) => line.split(' '))
    .filter(([word]) => word === 'done')
    .map(([, token = '', sequence]) => ({ token, sequence: Number(sequence) }));

/** The moments of the kills are random: the milliseconds from what the process says to its end. */
async function killAt(
  moment: Moment,
  directory: string,
  random: () => number,
  next: () => Promise<GraphProcess>,
): Promise<Acknowledged[]> {
  const [writes, seed] = [1 + Math.floor(random() * 40), Math.floor(random() * 1_000_000)];
  const writer = await next();
  writer.tell(`${directory} ${seed} ${moment === 'while it closes' ? writes : FOREVER}`);
  if (moment === 'while it closes') await writer.says('closing');
  else await writer.saysTimes(writes, 'done');
  await wait(random() * (moment === 'while it closes' ? 8 : 40));
  await writer.kill();
  if (moment !== 'at work, and again while it opens') return acknowledgedBy(writer);
  // Now there is a log to recover.
  const opening = await next();
  opening.tell(`${directory} ${seed + 1} ${FOREVER}`);
  await wait(random() * 60);
  await opening.kill();
  return [...acknowledgedBy(writer), ...acknowledgedBy(opening)];
}

describe('a process that is killed', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Kills one graph round after round; what was acknowledged in any of them is there in all that follow. */
  async function killAgainAndAgain(graph: number, seed: number): Promise<number> {
    const random = makeRandom(seed);
    const directory = join(folder, `graph-${graph}`);
    const first = await openEmbeddedStore(directory);
    await importText(first, crashFacts);
    await first.close();
    const acknowledged: Acknowledged[] = [];
    let prepared = startWriter();
    const next = (): Promise<GraphProcess> => {
      const writer = prepared;
      prepared = startWriter();
      return writer;
    };
    for (let round = 1; round <= ROUNDS; round += 1) {
      const moment = moments[Math.floor(random() * moments.length)] ?? 'at work';
      try {
        acknowledged.push(...(await killAt(moment, directory, random, next)));
        const opening = performance.now();
        const store = await openEmbeddedStore(directory);
        expect(performance.now() - opening).toBeLessThan(AT_ONCE_MS);
        await expectWhole(store, acknowledged);
        await store.close();
      } catch (cause) {
        throw new Error(`seed ${seed}, round ${round}: not whole after a kill ${moment}`, { cause });
      }
    }
    await (await prepared).kill();
    return acknowledged.length;
  }

  it(`${GRAPHS * ROUNDS} times, at random moments under concurrent writers, loses nothing and leaves no half`, async () => {
    const seeds = Array.from({ length: GRAPHS }, () => randomInt(2 ** 31));
    const written = await Promise.all(seeds.map((seed, graph) => killAgainAndAgain(graph, seed)));
    // Less would mean that nothing was under way when they were killed.
    expect(Math.min(...written)).toBeGreaterThan(ROUNDS);
  }, 240_000);
});
