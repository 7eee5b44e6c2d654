/**
 * A process that writes an embedded graph from several hands until it is killed. It loads, says "loaded", and begins when
 * it reads where: `DIRECTORY SEED WRITES`. What it says has been committed before: "done TOKEN SEQUENCE", the token being
 * the reason of the changes, which ends with their number. After so many writes it closes the graph, and says so.
 */
import { createInterface } from 'node:readline';
import { openEmbeddedStore } from '../../src/engines/embedded/embedded-store.js';
import { readFactFile } from '../../src/facts/fact-file.js';
import { importFacts } from '../../src/facts/import-facts.js';
import { kindOf } from '../../src/model/registry.js';
import { restoreRecord } from '../../src/records/restore-record.js';
import { retractRecord } from '../../src/records/retract-record.js';
import { upsertRecord } from '../../src/records/upsert-record.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { makeRandom } from '../support/seeded-random.js';
import { crashCompanies, crashDeal, DEALS, IMPORTED } from './crash-facts.js';

const WRITERS = 4;
const actor = 'writer';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Outcome = { readonly sequence: number } | undefined;

/** All deals of an import say the same, so that half of one would be seen. */
async function importDeals(store: GraphStore, reason: string, customer: string): Promise<Outcome> {
  const cloudContracts = Array.from({ length: IMPORTED }, (_, index) =>
    crashDeal(`imported-${index}`, customer, reason),
  );
  const file = readFactFile('deals.json', JSON.stringify({ cloudContracts }));
  return importFacts(store, [file], { actor, reason, now: new Date() });
}

async function writeOne(store: GraphStore, random: () => number, name: string): Promise<void> {
  const pick = (length: number): number => Math.floor(random() * length);
  const id = `deal-${pick(DEALS)}`;
  const customer = crashCompanies[pick(crashCompanies.length)] ?? '';
  const kind = random();
  const token = `${name}x${kind < 0.1 ? IMPORTED : 1}`;
  const options = { actor, reason: token };
  const write = async (): Promise<Outcome> => {
    if (kind < 0.1) return importDeals(store, token, customer);
    if (kind < 0.2) return (await retractRecord(store, id, options)).change;
    if (kind < 0.3) return (await restoreRecord(store, id, options)).change;
    return (await upsertRecord(store, kindOf('CLOUD_CONTRACT'), crashDeal(id, customer, token), options))
      .change;
  };
  const outcome = await write();
  if (outcome !== undefined) say(`done ${token} ${outcome.sequence}`);
}

async function writeMany(store: GraphStore, seed: number, writes: number): Promise<void> {
  let begun = 0;
  const hand = async (number: number): Promise<void> => {
    const random = makeRandom(seed * WRITERS + number);
    while (begun < writes) {
      begun += 1;
      await writeOne(store, random, `${seed}-${begun}`);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, number) => hand(number)));
}

createInterface({ input: process.stdin }).once('line', async (line) => {
  const [directory = '', seed, writes] = line.split(' ');
  const store = await openEmbeddedStore(directory);
  say('open');
  await writeMany(store, Number(seed), Number(writes));
  say('closing');
  await store.close();
  say('closed');
  process.exit();
});
say('loaded');
