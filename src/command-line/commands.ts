/**
 * The commands of this folder, on the standard streams and the configuration. They read what was typed by themselves:
 * the parser of the command line makes numbers of texts such as the day 2026.
 */
import { readConfig } from '../config.js';
import { openStore } from '../engines/open-store.js';
import { migrate } from '../records/migrate.js';
import { ask } from './ask.js';
import { backup, restore } from './backup.js';
import { connect, type Target } from './connect.js';
import { importRemotely, type RemoteImportOptions } from './import-remotely.js';
import { search } from './search.js';

const output = {
  print: (line: string): void => void process.stdout.write(`${line}\n`),
  tell: (line: string): void => void process.stderr.write(`${line}\n`),
};

const typed = (): readonly string[] => process.argv.slice(3);

export const runAsk = (): Promise<void> => ask(typed(), output, connect);

export const runSearch = (): Promise<void> => search(typed(), output, connect);

export const runBackup = (file: string): Promise<void> => backup(readConfig(), file, output.print);

export const runRestore = (file: string): Promise<void> => restore(readConfig(), file, output.print);

export async function runMigrate(): Promise<void> {
  const store = await openStore(readConfig());
  try {
    const done = await migrate(store, new Date());
    for (const { id, title } of done) output.print(`Migrated ${id}: ${title}.`);
    if (done.length === 0) output.print('There is nothing to migrate.');
  } finally {
    await store.close();
  }
}

export async function runRemoteImport(
  files: readonly string[],
  options: RemoteImportOptions & Target,
): Promise<void> {
  const client = await connect(options);
  await importRemotely(client, files, options, output.print);
}
