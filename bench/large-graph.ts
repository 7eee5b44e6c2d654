/** A graph of 100,000 companies and 400,000 deals, three of its companies hubs of 20,000 deals. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedStore } from '../src/engines/embedded/embedded-store.js';
import { recordSchema } from '../src/model/record-schema.js';
import { findKindBySection, kinds } from '../src/model/registry.js';
import { migrate } from '../src/records/migrate.js';
import { type RecordToWrite, writeRecords } from '../src/records/write-records.js';
import type { GraphStore } from '../src/store/graph-store.js';
import { generateFacts } from '../test/support/generate-facts.js';

const SIZE = { companies: 100_000, deals: 400_000, seed: 7, hubDeals: 20_000 } as const;
const RECORDS_AT_ONCE = 10_000;

export async function fillLarge(store: GraphStore): Promise<void> {
  // Before there is anything to migrate, or the server would do it.
  await migrate(store, new Date());
  const authorship = { actor: 'bench', now: new Date() };
  const schemas = new Map(kinds.map((kind) => [kind.code, recordSchema(kind)]));
  let batch: RecordToWrite[] = [];
  const writeBatch = (): Promise<unknown> => store.write((writer) => writeRecords(writer, batch, authorship));
  for (const { section, record } of generateFacts(SIZE)) {
    const kind = findKindBySection(section);
    const schema = kind === undefined ? undefined : schemas.get(kind.code);
    if (kind === undefined || schema === undefined) throw new Error(`no kind has the section ${section}`);
    batch.push({ kind, input: schema.parse(record) as RecordToWrite['input'] });
    if (batch.length < RECORDS_AT_ONCE) continue;
    await writeBatch();
    batch = [];
  }
  await writeBatch();
}

/** Makes an embedded one in the folder, unless it is there. */
export async function makeLargeGraph(folder: string): Promise<void> {
  if (existsSync(join(folder, 'graph.grafeo'))) return;
  const store = await openEmbeddedStore(folder);
  await fillLarge(store);
  await store.close();
}
