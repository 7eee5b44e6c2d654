/** Reads records by id for many requests at once: what they ask for at the same time costs one statement. */
import type { AnyRecord } from '../model/kind.js';
import type { GraphStore } from '../store/graph-store.js';
import { shareWork } from '../store/shared-work.js';
import { loadRecords } from './load-records.js';

/** Of one statement. */
const MAX_IDS = 2_000;
/** Who wants more reads by itself, so that others who want few do not wait for it. */
const MAX_SHARED_IDS = 500;
/** So that one that is slow does not hold up all. */
const STATEMENTS_AT_ONCE = 2;

/** The records with these ids, read after the call; an id without a record is left out. */
export type ReadRecords = (
  ids: readonly string[],
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, AnyRecord>>;

export function createRecordReads(store: GraphStore): ReadRecords {
  const read = (ids: readonly string[], signal: AbortSignal): Promise<Map<string, AnyRecord>> =>
    store.read((reader) => loadRecords(reader, ids), { signal });

  const join = shareWork<readonly string[], ReadonlyMap<string, AnyRecord>>({
    atOnce: STATEMENTS_AT_ONCE,
    fits: (gathered, ids) => gathered.reduce((sum, { length }) => sum + length, ids.length) <= MAX_IDS,
    run: (requests, { signal }) => read([...new Set(requests.flat())], signal),
  });

  return async (ids, signal) => {
    if (ids.length > MAX_SHARED_IDS) return read(ids, signal);
    const found = await join(ids, signal);
    return new Map(
      ids.flatMap((id) => {
        const record = found.get(id);
        return record === undefined ? [] : [[id, record]];
      }),
    );
  };
}
