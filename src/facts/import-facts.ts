/** Brings files of facts into the graph: all of them, or nothing where there is a fault. */
import { takeLedger } from '../records/ledger.js';
import { planWrites, type WritePlan } from '../records/plan-writes.js';
import {
  type Authorship,
  type OnProgress,
  type WriteReport,
  writeRecords,
} from '../records/write-records.js';
import type { GraphStore, Reader, WorkOptions } from '../store/graph-store.js';
import { checkFacts, type PlacedRecord } from './check-facts.js';
import { differenceOf, type RecordDifference } from './differences.js';
import type { FactFile } from './fact-file.js';
import { FaultyFacts, telling } from './faulty-facts.js';

async function checkAll(reader: Reader, files: readonly FactFile[]): Promise<readonly PlacedRecord[]> {
  const checked = await checkFacts(reader, files);
  if (checked.faults.kept.length > 0) throw new FaultyFacts(checked);
  return checked.records;
}

export interface ImportOptions extends WorkOptions {
  /** Told, now and then, how many of the records that differ are written; after a conflict it starts again. */
  readonly onProgress?: OnProgress;
}

/**
 * Writes what the files say that the graph does not; they may refer to records by name. One transaction: an import that
 * is refused, stopped or killed leaves nothing. Rejects with VALIDATION_FAILED, all faults named.
 */
export const importFacts = (
  store: GraphStore,
  files: readonly FactFile[],
  authorship: Authorship,
  options?: ImportOptions,
): Promise<WriteReport> =>
  telling(store, options, () =>
    store.write(async (writer) => {
      // What is checked must still hold when it is written, so nobody else writes from here on.
      await takeLedger(writer, authorship.now);
      return writeRecords(writer, await checkAll(writer, files), authorship, options?.onProgress);
    }, options),
  );

/** How many records a preview shows the difference of. */
export const MAX_DIFFERENCES = 1_000;

export interface ImportPreview extends Omit<WriteReport, 'sequence'> {
  /** Of the records that would be written, in the order of the files; the first 1,000. */
  readonly differences: readonly RecordDifference[];
  /** How many more there are. */
  readonly moreDifferences: number;
}

export const NO_PREVIEW: ImportPreview = {
  created: 0,
  updated: 0,
  unchanged: 0,
  differences: [],
  moreDifferences: 0,
};

/** A preview, and what would be written beside it. */
export function withWrites(preview: ImportPreview, { revisions, unchanged }: WritePlan): ImportPreview {
  const created = revisions.filter(({ action }) => action === 'CREATED').length;
  const shown = revisions.slice(0, MAX_DIFFERENCES - preview.differences.length);
  return {
    created: preview.created + created,
    updated: preview.updated + revisions.length - created,
    unchanged: preview.unchanged + unchanged,
    differences: [...preview.differences, ...shown.map(differenceOf)],
    moreDifferences: preview.moreDifferences + revisions.length - shown.length,
  };
}

/** What an import would do, by the same checks. It only reads, so it holds no other writer up. */
export const previewImport = (
  store: GraphStore,
  files: readonly FactFile[],
  options?: WorkOptions,
): Promise<ImportPreview> =>
  telling(store, options, () =>
    store.read(
      async (reader) => withWrites(NO_PREVIEW, await planWrites(reader, await checkAll(reader, files))),
      options,
    ),
  );
