/** Brings a graph to what this version expects; what was done is recorded in it. */
import type { GraphStore, Reader } from '../store/graph-store.js';
import { takeLedger } from './ledger.js';
import { type Migration, migrations } from './migrations.js';

const readDone = 'MATCH (migration:Migration) RETURN migration.id AS id ORDER BY id';
const record = 'CREATE (:Migration {id: $id, at: $at})';

async function findPending(reader: Reader, all: readonly Migration[]): Promise<Migration[]> {
  const done = new Set((await reader.run<{ id: number }>(readDone)).map(({ id }) => id));
  return all.filter(({ id }) => !done.has(id));
}

/**
 * Runs those that this graph has not seen, each in a transaction of its own with its record, and gives them. Several
 * processes may call it at once: each migration is run by one of them.
 */
export async function migrate(
  store: GraphStore,
  now: Date,
  all: readonly Migration[] = migrations,
): Promise<Migration[]> {
  const run: Migration[] = [];
  for (const migration of await store.read((reader) => findPending(reader, all))) {
    const wasRun = await store.write(async (writer) => {
      await takeLedger(writer, now);
      if ((await findPending(writer, [migration])).length === 0) return false;
      await migration.run(writer);
      await writer.run(record, { id: migration.id, at: now.toISOString() });
      return true;
    });
    if (wasRun) run.push(migration);
  }
  return run;
}
