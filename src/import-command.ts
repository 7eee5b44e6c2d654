/** `ai-infra-graph import`: files into the graph, or what that would change. */
import { SingleBar } from 'cli-progress';
import type { RecordDifference } from './facts/differences.js';
import type { FactFile } from './facts/fact-file.js';
import { importFacts, previewImport } from './facts/import-facts.js';
import { loadFactFile } from './facts/load-fact-file.js';
import type { GraphStore } from './store/graph-store.js';

export interface ImportCommandOptions {
  readonly dryRun?: boolean;
  /** What CSV files hold, whatever their names. */
  readonly section?: string;
}

type Print = (line: string) => void;

interface Progress {
  update(done: number, all: number): void;
  stop(): void;
}

/** A bar for people who watch; nothing where standard error is a file or another program. */
function showProgress(): Progress {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: 'Writing [{bar}] {value} of {total} records, {eta_formatted} left',
    stream: process.stderr,
    clearOnComplete: true,
  });
  return {
    update(done, all) {
      if (!bar.isActive) bar.start(all, done);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

const show = (value: unknown): string => (value === null ? 'nothing' : JSON.stringify(value));

export function describeDifference({ recordId, action, fields }: RecordDifference): string[] {
  const head = action === 'CREATED' ? `+ ${recordId}` : `~ ${recordId}`;
  const lines = fields.map(({ field, before, after }) =>
    before === null ? `    ${field}: ${show(after)}` : `    ${field}: ${show(before)} -> ${show(after)}`,
  );
  return [head, ...lines];
}

async function preview(store: GraphStore, files: readonly FactFile[], print: Print): Promise<void> {
  const { created, updated, unchanged, differences, moreDifferences } = await previewImport(store, files);
  for (const line of differences.flatMap(describeDifference)) print(line);
  if (moreDifferences > 0) print(`... and ${moreDifferences} more records.`);
  print(`Nothing was written. It would be: ${created} created, ${updated} updated, ${unchanged} unchanged.`);
}

/** Reads the files one after the other; rejects where one is not there. */
export async function loadFiles(
  paths: readonly string[],
  { section }: ImportCommandOptions,
): Promise<FactFile[]> {
  const files: FactFile[] = [];
  for (const path of paths) files.push(await loadFactFile(path, section));
  return files;
}

/** Rejects with VALIDATION_FAILED, a line for each fault, and writes nothing then. */
export async function runImport(
  store: GraphStore,
  files: readonly FactFile[],
  { dryRun = false }: ImportCommandOptions,
  print: Print,
): Promise<void> {
  if (dryRun) return preview(store, files, print);
  const progress = showProgress();
  try {
    const { created, updated, unchanged } = await importFacts(
      store,
      files,
      { actor: 'command line', now: new Date() },
      { onProgress: progress.update },
    );
    progress.stop();
    const outcome = created + updated === 0 ? 'Nothing to change' : 'Imported';
    print(`${outcome}: ${created} created, ${updated} updated, ${unchanged} unchanged.`);
  } finally {
    progress.stop();
  }
}
