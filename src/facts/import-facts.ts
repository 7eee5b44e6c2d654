/** Brings files of facts into the graph: all of them, or nothing where there is a fault. */
import { validationFailed } from '../errors.js';
import { takeLedger } from '../records/ledger.js';
import { planWrites } from '../records/plan-writes.js';
import { type Authorship, type WriteReport, writeRecords } from '../records/write-records.js';
import type { GraphStore, Reader, WorkOptions } from '../store/graph-store.js';
import { type CheckedFacts, checkFacts, formatFaults, type PlacedRecord } from './check-facts.js';
import { differenceOf, type RecordDifference } from './differences.js';
import type { FactFile } from './fact-file.js';
import { suggestNames } from './suggest-names.js';

class FaultyFacts extends Error {
  constructor(readonly checked: CheckedFacts) {
    super('facts were refused');
  }
}

async function checkAll(reader: Reader, files: readonly FactFile[]): Promise<readonly PlacedRecord[]> {
  const checked = await checkFacts(reader, files);
  if (checked.faults.length > 0) throw new FaultyFacts(checked);
  return checked.records;
}

/** Does the work; where the facts have faults it rejects with VALIDATION_FAILED, which names them all. */
async function telling<Result>(
  store: GraphStore,
  options: WorkOptions | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FaultyFacts)) throw error;
    const faults = await suggestNames(store, error.checked, options);
    throw validationFailed(formatFaults(faults), { faults });
  }
}

export interface ImportOptions extends WorkOptions {
  /** Told, now and then, how many of the records that differ are written; after a conflict it starts again. */
  readonly onProgress?: (written: number, all: number) => void;
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

/** What an import would do, by the same checks. It only reads, so it holds no other writer up. */
export const previewImport = (
  store: GraphStore,
  files: readonly FactFile[],
  options?: WorkOptions,
): Promise<ImportPreview> =>
  telling(store, options, () =>
    store.read(async (reader) => {
      const { revisions, unchanged } = await planWrites(reader, await checkAll(reader, files));
      const created = revisions.filter(({ action }) => action === 'CREATED').length;
      return {
        created,
        updated: revisions.length - created,
        unchanged,
        differences: revisions.slice(0, MAX_DIFFERENCES).map(differenceOf),
        moreDifferences: Math.max(0, revisions.length - MAX_DIFFERENCES),
      };
    }, options),
  );
