/**
 * Brings files of any size into the graph in bounded memory. A few records are one transaction; of more, all are checked
 * before the first is written, and they are written in batches, a transaction each.
 */
import type { Authorship, WriteReport } from '../records/write-records.js';
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import { checkParts } from './check-parts.js';
import type { FactSource } from './fact-source.js';
import { type ImportPreview, importFacts, NO_PREVIEW, previewImport, withWrites } from './import-facts.js';
import { loadSmall, planImport } from './import-plan.js';
import { writeParts } from './write-parts.js';

/** How many records are checked and written at a time: what is held grows with it. */
export const IMPORT_BATCH = 10_000;

export type ImportPhase = 'CHECKING' | 'WRITING';

export interface ImportFilesOptions extends WorkOptions {
  /** How many records one transaction writes at most; 10,000 if left out. */
  readonly batchSize?: number;
  /** Told, now and then, how far it is. */
  readonly onProgress?: (phase: ImportPhase, done: number, all: number) => void;
  /** Told after each transaction of several how many records are in the graph for good. */
  readonly onWritten?: (written: number, all: number) => void;
}

export type ImportAuthorship = Omit<Authorship, 'now'> & { readonly clock: () => Date };

/**
 * Writes what the files say that the graph does not. Up to a batch of records it is all or nothing. Of more, nothing is
 * written where one has a fault; stopped or killed while it writes, it leaves whole batches, and the same import goes on
 * behind them. Rejects with VALIDATION_FAILED, which names the first 1,000 faults, or with the signal's reason.
 */
export async function importFiles(
  store: GraphStore,
  sources: readonly FactSource[],
  { clock, ...author }: ImportAuthorship,
  options: ImportFilesOptions = {},
): Promise<WriteReport> {
  const { batchSize = IMPORT_BATCH, signal, onProgress } = options;
  const limits = { ...(signal !== undefined && { signal }) };
  const small = await loadSmall(sources, batchSize, signal);
  if (small !== undefined) {
    const told = { ...limits, onProgress: (done: number, all: number) => onProgress?.('WRITING', done, all) };
    return importFacts(store, small, { ...author, now: clock() }, told);
  }
  const plan = await planImport(sources, batchSize, signal);
  await checkParts(store, plan, {
    ...limits,
    onChecked: (checked) => onProgress?.('CHECKING', checked, plan.rows),
  });
  return writeParts(store, plan, () => ({ ...author, now: clock() }), {
    ...limits,
    onWritten(written) {
      onProgress?.('WRITING', written, plan.rows);
      options.onWritten?.(written, plan.rows);
    },
  });
}

/** What an import would do, by the same checks; nothing is written. */
export async function previewFiles(
  store: GraphStore,
  sources: readonly FactSource[],
  { batchSize = IMPORT_BATCH, signal, onProgress }: Omit<ImportFilesOptions, 'onWritten'> = {},
): Promise<ImportPreview> {
  const limits = { ...(signal !== undefined && { signal }) };
  const small = await loadSmall(sources, batchSize, signal);
  if (small !== undefined) return previewImport(store, small, limits);
  const plan = await planImport(sources, batchSize, signal);
  let preview = NO_PREVIEW;
  await checkParts(store, plan, {
    ...limits,
    onChecked: (checked) => onProgress?.('CHECKING', checked, plan.rows),
    onPlanned(writes) {
      preview = withWrites(preview, writes);
    },
  });
  return preview;
}
