/** One write by one person: the ledger first, then the work; expected faults undo it and are told as data. */
import type { AnyRecord } from '../model/kind.js';
import type { GraphStore, WorkOptions, Writer } from '../store/graph-store.js';
import type { Authorship, Change } from './change.js';
import { type Ledger, takeLedger } from './ledger.js';
import type { Revision } from './revision.js';
import { explainFaults, type FoundFault, type WriteFault } from './write-fault.js';
import { writeRevisions } from './write-records.js';

export const MAX_REASON_LENGTH = 1_000;

export interface WriteOptions extends WorkOptions {
  /** The name of who writes. */
  readonly actor: string;
  /** Why, in at most 1,000 characters. */
  readonly reason?: string | undefined;
  /** The version that the record must have; 0: it must not be there. Left out: whatever it has. */
  readonly ifVersion?: number | undefined;
  /** The clock; the computer's unless given. */
  readonly now?: () => Date;
}

export interface WriteOutcome {
  /** The record as it is now; absent where it is retracted, was never there, or the write was refused. */
  readonly record?: AnyRecord;
  /** What was written; absent where there was nothing to change. */
  readonly change?: Change;
  /** Empty where the write was done, or there was nothing to change. */
  readonly faults: readonly WriteFault[];
}

class Refused extends Error {
  constructor(readonly faults: readonly FoundFault[]) {
    super('a write was refused');
  }
}

/** Undoes the write that is under way. */
export function refuse(...faults: readonly FoundFault[]): never {
  throw new Refused(faults);
}

export interface Attempt {
  readonly writer: Writer;
  /** Writes a revision and gives the outcome. */
  commit(revision: Revision): Promise<WriteOutcome>;
}

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** What can be told wrong before the graph is asked. */
function optionFaults({ reason = '', ifVersion = 0 }: WriteOptions): WriteFault[] {
  const faults: WriteFault[] = [];
  if (reason.length > MAX_REASON_LENGTH) {
    const message = `a reason has at most ${MAX_REASON_LENGTH} characters`;
    faults.push({ code: 'VALIDATION_FAILED', path: ['reason'], message });
  }
  if (!isWhole(ifVersion)) {
    const message = `ifVersion is ${ifVersion}; it is a whole number from 0`;
    faults.push({ code: 'VALIDATION_FAILED', path: ['ifVersion'], message });
  }
  return faults;
}

/** The fault of a record that has another version than the writer knows of. */
export function versionFaults(id: string, { ifVersion }: WriteOptions, currentVersion: number): FoundFault[] {
  if (ifVersion === undefined || ifVersion === currentVersion) return [];
  const now = currentVersion === 0 ? 'is not there' : `is at version ${currentVersion}`;
  const expected = ifVersion === 0 ? 'was not to be there' : `was to be at version ${ifVersion}`;
  const message = `"${id}" ${now}, but ${expected}; read it again`;
  return [{ code: 'VERSION_CONFLICT', path: ['ifVersion'], message, currentVersion }];
}

/** Runs `work` with the ledger taken, so that what it reads holds until it is committed; `refuse` in it undoes all. */
export async function attemptWrite(
  store: GraphStore,
  options: WriteOptions,
  work: (attempt: Attempt) => Promise<WriteOutcome>,
): Promise<WriteOutcome> {
  const faults = optionFaults(options);
  if (faults.length > 0) return { faults };
  const { actor, reason, now = () => new Date() } = options;
  const authorship = (): Authorship => ({ actor, now: now(), ...(reason && { reason }) });
  const commit = async (writer: Writer, ledger: Ledger, revision: Revision): Promise<WriteOutcome> => {
    const [change] = await writeRevisions(writer, ledger, [revision], authorship());
    return {
      ...(change !== undefined && { change }),
      ...(revision.after !== undefined && { record: revision.after }),
      faults: [],
    };
  };
  try {
    return await store.write(async (writer) => {
      const ledger = await takeLedger(writer, now());
      return work({ writer, commit: (revision) => commit(writer, ledger, revision) });
    }, options);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { faults: await explainFaults(store, error.faults, options) };
  }
}
