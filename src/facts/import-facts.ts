/** Brings files of facts into the graph: all of them, or nothing where there is a fault. */
import { AppError } from '../errors.js';
import { type Authorship, type WriteReport, writeRecords } from '../records/write-records.js';
import type { GraphStore } from '../store/graph-store.js';
import { checkFacts, formatFaults } from './check-facts.js';
import type { FactFile } from './fact-file.js';

/** Writes what the files say that the graph does not. Rejects with VALIDATION_FAILED, all faults named, and writes nothing then. */
export function importFacts(
  store: GraphStore,
  files: readonly FactFile[],
  authorship: Authorship,
): Promise<WriteReport> {
  return store.write(async (writer) => {
    const { records, faults } = await checkFacts(writer, files);
    if (faults.length > 0) {
      throw new AppError('VALIDATION_FAILED', formatFaults(faults), { details: { faults } });
    }
    return writeRecords(writer, records, authorship);
  });
}
