/** The end of work on facts that have faults: nothing of it stays, and all of them are told. */
import { type AppError, validationFailed } from '../errors.js';
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import type { CheckedFacts } from './check-facts.js';
import { type Faults, formatFaults } from './fault.js';
import { suggestNames } from './suggest-names.js';

/** What was found wrong, and what is known to say what was meant. */
export type Found = Pick<CheckedFacts, 'faults' | 'kindOfId'>;

/** VALIDATION_FAILED with a line for each fault. */
export const refused = (faults: Faults): AppError =>
  validationFailed(formatFaults(faults), { faults: faults.kept, moreFaults: faults.more });

export class FaultyFacts extends Error {
  constructor(readonly found: Found) {
    super('facts were refused');
  }
}

/** Does the work; where the facts have faults it rejects with VALIDATION_FAILED, which names the first 1,000. */
export async function telling<Result>(
  store: GraphStore,
  options: WorkOptions | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FaultyFacts)) throw error;
    throw refused(await suggestNames(store, error.found, options));
  }
}
