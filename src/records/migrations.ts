/** What has to be done once to a graph that an older version wrote, in order. A migration may run again without harm. */
import { kinds } from '../model/registry.js';
import type { Writer } from '../store/graph-store.js';
import { BATCH_SIZE, inBatches } from './in-batches.js';
import { nameKeysOf } from './name-keys.js';
import { scanRecords } from './scan-records.js';
import { searchTextOf } from './search-text.js';

export interface Migration {
  /** From 1 without gaps; never given to another one. */
  readonly id: number;
  /** What it does, for people. */
  readonly title: string;
  run(writer: Writer): Promise<void>;
}

const writeSearchTexts = `
UNWIND $rows AS row
MATCH (record:Entity {id: row.id})
SET record.searchText = row.searchText`;

const deleteSomeKeys = `
MATCH (name:NameKey)
WITH name LIMIT $limit
DELETE name
RETURN count(*) AS deleted`;

const createKeys = `
UNWIND $rows AS row
CREATE (:NameKey {key: row.key, recordId: row.id})`;

async function deleteKeys(writer: Writer): Promise<void> {
  for (;;) {
    const [row] = await writer.run<{ deleted: number }>(deleteSomeKeys, { limit: BATCH_SIZE });
    if ((row?.deleted ?? 0) < BATCH_SIZE) return;
  }
}

/** What is searched and looked up is made of a record's values; how, a new version may decide anew. */
async function rewriteNames(writer: Writer): Promise<void> {
  await deleteKeys(writer);
  for (const kind of kinds) {
    for (let after = ''; ; ) {
      const records = await scanRecords(writer, kind, after, BATCH_SIZE);
      const texts = records.map((record) => ({ id: record.id, searchText: searchTextOf(kind, record) }));
      await writer.run(writeSearchTexts, { rows: texts });
      const keys = records.flatMap((record) => nameKeysOf(record).map((key) => ({ id: record.id, key })));
      for (const rows of inBatches(keys)) await writer.run(createKeys, { rows });
      const last = records.at(-1);
      if (last === undefined || records.length < BATCH_SIZE) break;
      after = last.id;
    }
  }
}

export const migrations: readonly Migration[] = [
  { id: 1, title: 'search texts and names as they are looked up now', run: rewriteNames },
];
