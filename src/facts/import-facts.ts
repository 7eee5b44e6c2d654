/** Brings files of facts into the graph: all of them, or nothing where there is a fault. */
import { validationFailed } from '../errors.js';
import { takeLedger } from '../records/ledger.js';
import { type Authorship, type WriteReport, writeRecords } from '../records/write-records.js';
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import { checkFacts, type FactFault, formatFaults } from './check-facts.js';
import type { FactFile } from './fact-file.js';
import { suggestNames } from './suggest-names.js';

class FaultyFacts extends Error {
  constructor(readonly faults: readonly FactFault[]) {
    super('facts were refused');
  }
}

/**
 * Writes what the files say that the graph does not; they may refer to records by name. Rejects with VALIDATION_FAILED,
 * all faults named, and writes nothing then.
 */
export async function importFacts(
  store: GraphStore,
  files: readonly FactFile[],
  authorship: Authorship,
  options?: WorkOptions,
): Promise<WriteReport> {
  try {
    return await store.write(async (writer) => {
      // What is checked must still hold when it is written, so nobody else writes from here on.
      await takeLedger(writer, authorship.now);
      const { records, faults } = await checkFacts(writer, files);
      if (faults.length > 0) throw new FaultyFacts(faults);
      return writeRecords(writer, records, authorship);
    }, options);
  } catch (error) {
    if (!(error instanceof FaultyFacts)) throw error;
    const faults = await suggestNames(store, files, error.faults, options);
    throw validationFailed(formatFaults(faults), { faults });
  }
}
