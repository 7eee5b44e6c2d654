/** What keeps a write from being done: expected, and told as data. */
import type { ErrorCode } from '../errors.js';
import type { AnyRecord } from '../model/kind.js';
import { didYouMean } from '../near-matches.js';
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import type { InputPath } from './check-record.js';
import { clearlyNear, findNearRecords } from './find-near-records.js';
import { loadRecords } from './load-records.js';
import type { NameMatch } from './match-names.js';
import { toComparableName } from './name-similarity.js';
import type { LookedFor } from './reference-faults.js';
import { scoreName } from './score-name.js';

export interface WriteFault {
  readonly code: ErrorCode;
  /** Where in what was given: ["input", "amount", "basis"]. */
  readonly path: InputPath;
  readonly message: string;
  /** The records that a name may mean: all that it fits, at most five, or the nearest ones. */
  readonly candidates?: readonly NameMatch[];
  /** For VERSION_CONFLICT: the version that the record has now; 0 where there is none. */
  readonly currentVersion?: number;
  /** The ids of some of the records that refer to the one that was to be retracted. */
  readonly referredBy?: readonly string[];
}

/** A fault as it is found in the transaction: what it may be about instead is looked up later. */
export interface FoundFault extends WriteFault {
  readonly lookedFor?: LookedFor;
}

async function loadFits(
  store: GraphStore,
  { text, fits }: LookedFor,
  options: WorkOptions | undefined,
): Promise<NameMatch[]> {
  const records = await store.read((reader) => loadRecords(reader, fits), options);
  const matchOf = (record: AnyRecord): NameMatch => {
    const { score, name } = scoreName(toComparableName(text), record);
    return { record, score, matchedOn: name };
  };
  return fits.flatMap((id) => records.get(id) ?? []).map(matchOf);
}

/** More unknown names than these have one cause; each costs a search. */
const MOST_LOOKED_UP = 20;

async function withCandidates(
  store: GraphStore,
  { lookedFor, ...fault }: FoundFault,
  options?: WorkOptions,
): Promise<WriteFault> {
  if (lookedFor === undefined) return fault;
  if (lookedFor.fits.length > 0) return { ...fault, candidates: await loadFits(store, lookedFor, options) };
  const candidates = await findNearRecords(store, lookedFor.text, lookedFor.among, options);
  return { ...fault, message: `${fault.message}${didYouMean(clearlyNear(candidates))}`, candidates };
}

/** The faults, the first twenty of those about names with the records that may have been meant. */
export async function explainFaults(
  store: GraphStore,
  faults: readonly FoundFault[],
  options?: WorkOptions,
): Promise<WriteFault[]> {
  const explained: WriteFault[] = [];
  let lookedUp = 0;
  for (const fault of faults) {
    const { lookedFor, ...told } = fault;
    if (lookedFor !== undefined) lookedUp += 1;
    explained.push(lookedUp > MOST_LOOKED_UP ? told : await withCandidates(store, fault, options));
  }
  return explained;
}
