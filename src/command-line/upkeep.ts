/** `ai-infra-graph check`, `rebuild-flows` and `migrate`: work on the graph as a whole. */
import type { Migration } from '../records/migrations.js';
import type { RecordedMigration } from '../records/recorded-migrations.js';
import { mutate } from './administer.js';
import type { GraphClient } from './graph-client.js';

type Print = (line: string) => void;

/** Whether the graph is consistent; what is not is printed, a line each. */
export async function check(client: GraphClient, print: Print): Promise<boolean> {
  const { data } = await client.request('{ consistency { faults } }', {});
  const { faults } = data.consistency as { readonly faults: readonly string[] };
  for (const fault of faults) print(fault);
  print(
    faults.length === 0
      ? 'The graph is consistent.'
      : `${faults.length} faults. Flow edges can be made anew: rebuild-flows.`,
  );
  return faults.length === 0;
}

const rebuild = 'mutation { rebuildFlows { records edges userErrors { message } } }';

export async function rebuildFlows(client: GraphClient, print: Print): Promise<void> {
  const report = await mutate<{ records: number; edges: number }>(client, 'rebuildFlows', rebuild);
  print(`Made ${report.edges} flow edges anew from ${report.records} records.`);
}

/** `done` are those that were run just now; a server has run all that were missing when it started. */
export async function tellMigrations(
  client: GraphClient,
  done: readonly Migration[],
  print: Print,
): Promise<void> {
  const { data } = await client.request('{ migrations { id at title } }', {});
  for (const { id, title } of done) print(`Migrated ${id}: ${title}.`);
  if (done.length === 0) print('There is nothing to migrate.');
  for (const { id, at, title } of data.migrations as readonly RecordedMigration[]) {
    print(`Recorded ${id} on ${at}: ${title ?? 'by a newer version'}.`);
  }
}
