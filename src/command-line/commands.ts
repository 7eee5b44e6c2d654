/**
 * The commands of this folder, on the standard streams and the configuration. They read what was typed by themselves:
 * the parser of the command line makes numbers of texts such as the day 2026.
 */
import { readConfig } from '../config.js';
import { openStore } from '../engines/open-store.js';
import { migrate } from '../records/migrate.js';
import type { Migration } from '../records/migrations.js';
import { withClient } from './administer.js';
import { ask } from './ask.js';
import { backup, backupRemotely, restore } from './backup.js';
import { connect, connectToAsk, type Target } from './connect.js';
import { exportFrom, exportHere, planExport } from './export.js';
import { importRemotely, type RemoteImportOptions } from './import-remotely.js';
import { keys } from './keys.js';
import { openLocalClient } from './local-client.js';
import { parseWords, refuseWords, targetOptions } from './parse-words.js';
import { search } from './search.js';
import { check, rebuildFlows, tellMigrations } from './upkeep.js';
import { UsageError } from './usage-error.js';

const output = {
  print: (line: string): void => void process.stdout.write(`${line}\n`),
  tell: (line: string): void => void process.stderr.write(`${line}\n`),
};

const typed = (): readonly string[] => process.argv.slice(3);

/** The target of a command that takes no other words. */
function typedTarget(): Target {
  const { values, positionals } = parseWords(typed(), targetOptions);
  refuseWords(positionals);
  return values;
}

export const runAsk = (): Promise<void> => ask(typed(), output, connectToAsk);

export const runSearch = (): Promise<void> => search(typed(), output, connectToAsk);

export const runKeys = (): Promise<void> => keys(typed(), output, connect);

export async function runCheck(): Promise<void> {
  const isConsistent = await withClient(await connect(typedTarget()), (client) =>
    check(client, output.print),
  );
  if (!isConsistent) process.exitCode = 1;
}

export async function runRebuildFlows(): Promise<void> {
  await withClient(await connect(typedTarget()), (client) => rebuildFlows(client, output.print));
}

export async function runMigrate(): Promise<void> {
  const target = typedTarget();
  const done: Migration[] = [];
  const client =
    target.server === undefined
      ? await openLocalClient(async () => {
          const store = await openStore(readConfig());
          done.push(...(await migrate(store, new Date())));
          return store;
        })
      : await connect(target);
  await withClient(client, () => tellMigrations(client, done, output.print));
}

export async function runExport(): Promise<void> {
  const { values, positionals } = parseWords(typed(), {
    format: { type: 'string' },
    kind: { type: 'string' },
    out: { type: 'string' },
    ...targetOptions,
  });
  refuseWords(positionals);
  const plan = planExport(values);
  if (values.server !== undefined) return exportFrom(await connect(values), plan, output.print);
  const store = await openStore(readConfig());
  try {
    await exportHere(store, plan, output.print);
  } finally {
    await store.close();
  }
}

export async function runBackup(): Promise<void> {
  const { values, positionals } = parseWords(typed(), targetOptions);
  const [file, ...others] = positionals;
  refuseWords(others);
  if (values.server === undefined) return backup(readConfig(), file, output.print);
  if (file !== undefined) {
    throw new UsageError(`A server puts backups into its own DATA_DIR, under the time: leave "${file}" out.`);
  }
  await withClient(await connect(values), (client) => backupRemotely(client, output.print));
}

export function runRestore(): Promise<void> {
  const { positionals } = parseWords(typed(), {});
  const [file, ...others] = positionals;
  refuseWords(others);
  if (file === undefined) throw new UsageError('Restore which file?');
  return restore(readConfig(), file, output.print);
}

export async function runRemoteImport(
  files: readonly string[],
  options: RemoteImportOptions & Target,
): Promise<void> {
  const client = await connect(options);
  await importRemotely(client, files, options, output.print);
}
