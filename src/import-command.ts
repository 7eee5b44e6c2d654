/** `ai-infra-graph import`: files into the graph, or what that would change. */
import { SingleBar } from 'cli-progress';
import type { RecordDifference } from './facts/differences.js';
import { type FactSource, openFactSource } from './facts/fact-source.js';
import { type ImportPhase, importFiles, previewFiles } from './facts/import-files.js';
import type { GraphStore, WorkOptions } from './store/graph-store.js';

export interface ImportCommandOptions extends WorkOptions {
  readonly dryRun?: boolean;
  /** What CSV files hold, whatever their names. */
  readonly section?: string;
}

type Print = (line: string) => void;

interface Progress {
  show(phase: ImportPhase, done: number, all: number): void;
  /** A batch of several is in the graph. */
  note(line: string): void;
  stop(): void;
}

const phaseNames: Readonly<Record<ImportPhase, string>> = { CHECKING: 'Checking', WRITING: 'Writing' };

/** A bar for people who watch; a line for each batch where standard error is a file or another program. */
function showProgress(): Progress {
  if (!process.stderr.isTTY) {
    return {
      show: () => undefined,
      note: (line) => void process.stderr.write(`${line}\n`),
      stop: () => undefined,
    };
  }
  const bar = new SingleBar({
    format: '{phase} [{bar}] {value} of {total} records, {eta_formatted} left',
    stream: process.stderr,
    clearOnComplete: true,
  });
  let shown: ImportPhase | undefined;
  return {
    show(phase, done, all) {
      if (phase !== shown) bar.start(all, done, { phase: phaseNames[phase] });
      shown = phase;
      bar.update(done);
    },
    note: () => undefined,
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

async function preview(
  store: GraphStore,
  sources: readonly FactSource[],
  progress: Progress,
  options: WorkOptions,
): Promise<string[]> {
  const found = await previewFiles(store, sources, { ...options, onProgress: progress.show });
  const { created, updated, unchanged, differences, moreDifferences } = found;
  return [
    ...differences.flatMap(describeDifference),
    ...(moreDifferences > 0 ? [`... and ${moreDifferences} more records.`] : []),
    `Nothing was written. It would be: ${created} created, ${updated} updated, ${unchanged} unchanged.`,
  ];
}

const actor = { actor: 'command line', clock: () => new Date() };

async function write(
  store: GraphStore,
  sources: readonly FactSource[],
  progress: Progress,
  options: WorkOptions,
): Promise<string[]> {
  let written = '';
  try {
    const { created, updated, unchanged } = await importFiles(store, sources, actor, {
      ...options,
      onProgress: progress.show,
      onWritten(done, all) {
        written = `${done} of ${all} records are in the graph`;
        progress.note(`${written}.`);
      },
    });
    const outcome = created + updated === 0 ? 'Nothing to change' : 'Imported';
    return [`${outcome}: ${created} created, ${updated} updated, ${unchanged} unchanged.`];
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (written !== '')
      throw new Error(`${reason}\n${written}; the same import goes on behind them.`, { cause });
    throw options.signal?.aborted ? new Error(`${reason}\nNothing was written.`, { cause }) : cause;
  }
}

/** Opens the files; rejects where one is not there. */
export async function openFiles(
  paths: readonly string[],
  { section }: ImportCommandOptions,
): Promise<FactSource[]> {
  const sources: FactSource[] = [];
  for (const path of paths) sources.push(await openFactSource(path, section));
  return sources;
}

/** Rejects with VALIDATION_FAILED, a line for each fault; with the signal's reason, and how much is written. */
export async function runImport(
  store: GraphStore,
  sources: readonly FactSource[],
  { dryRun = false, signal }: ImportCommandOptions,
  print: Print,
): Promise<void> {
  const options = { ...(signal !== undefined && { signal }) };
  const progress = showProgress();
  try {
    const lines = await (dryRun ? preview : write)(store, sources, progress, options);
    progress.stop();
    for (const line of lines) print(line);
  } finally {
    progress.stop();
  }
}
