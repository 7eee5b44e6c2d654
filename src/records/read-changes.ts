/**
 * Reads changes: all of them as a feed, or those of one record. The feed can be followed from any number without missing
 * one, for numbers are given while the ledger is held: a change is never seen before those with smaller numbers.
 */
import { validationFailed } from '../errors.js';
import type { Reader } from '../store/graph-store.js';
import type { Change } from './change.js';
import { groupBy } from './group-by.js';

export const DEFAULT_CHANGES = 100;
export const MAX_CHANGES = 1_000;

export interface ChangeRequest {
  /** Go on behind the change with this number; 0, or left out: from the first one. */
  readonly after?: number | undefined;
  /** How many at most: 0 to 1,000; 100 if left out. */
  readonly first?: number | undefined;
}

/** Changes in the order in which they were made. */
export interface ChangePage {
  readonly changes: readonly Change[];
  /** The number of the last change of the page; of an empty one, the number that it was asked to go on behind. */
  readonly lastSequence: number;
  /** Whether there are more after it. */
  readonly hasMore: boolean;
}

// Numbers have no gaps, so a page is looked up by them: that costs the same anywhere in the feed. The ledger is read
// first, for all changes up to its number are there; and all in one statement, so that writers never hold a reader up.
// An OPTIONAL MATCH would look through all changes for each number: the embedded engine uses no index for it.
const behind = `
OPTIONAL MATCH (ledger:Ledger {id: 'ledger'})
WITH coalesce(ledger.sequence, 0) AS newest
WITH newest, CASE WHEN newest < $last THEN newest ELSE $last END AS end
CALL (end) {
  UNWIND range($after + 1, end) AS sequence
  MATCH (change:Change {sequence: sequence})
  WITH change ORDER BY change.sequence
  RETURN collect(properties(change)) AS changes
}
RETURN newest AS newest, changes AS changes`;

const byRecords = `
UNWIND $ids AS id
CALL (id) {
  MATCH (change:Change {recordId: id})
  WHERE change.sequence > $after
  RETURN change
  ORDER BY change.sequence
  LIMIT $limit
}
RETURN id AS id, properties(change) AS change
ORDER BY id, change.sequence`;

interface FeedRow {
  /** The number of the last change of all. */
  readonly newest: number;
  readonly changes: readonly Change[];
}

interface Row {
  readonly change: Change;
}

function checkRange(name: string, value: number, max: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw validationFailed(`${name} is ${value}; it is from 0 to ${max}`, { path: [name] });
}

/** The number of a change to go on behind; throws VALIDATION_FAILED for one that no change has. */
export const checkAfter = (after: number): number => checkRange('after', after, Number.MAX_SAFE_INTEGER);

function checkRequest({ after = 0, first = DEFAULT_CHANGES }: ChangeRequest): {
  after: number;
  first: number;
} {
  return {
    after: checkAfter(after),
    first: checkRange('first', first, MAX_CHANGES),
  };
}

/** The changes behind a number. Rejects with VALIDATION_FAILED for numbers out of bounds. */
export async function readChanges(reader: Reader, request: ChangeRequest): Promise<ChangePage> {
  const { after, first } = checkRequest(request);
  const [row] = await reader.run<FeedRow>(behind, { after, last: after + first });
  const { newest, changes } = row ?? { newest: 0, changes: [] };
  const lastSequence = changes.at(-1)?.sequence ?? after;
  return { changes, lastSequence, hasMore: lastSequence < newest };
}

/**
 * The changes of each of these records behind a number, by id, also of retracted ones; none for an id that was never
 * taken. Rejects with VALIDATION_FAILED for numbers out of bounds.
 */
export async function readHistories(
  reader: Reader,
  ids: readonly string[],
  request: ChangeRequest,
): Promise<Map<string, ChangePage>> {
  const { after, first } = checkRequest(request);
  const rows = await reader.run<Row>(byRecords, { ids, after, limit: first + 1 });
  const byId = groupBy(rows, ({ change }) => change.recordId);
  return new Map(
    ids.map((id) => {
      const found = (byId.get(id) ?? []).map(({ change }) => change);
      const changes = found.slice(0, first);
      const lastSequence = changes.at(-1)?.sequence ?? after;
      return [id, { changes, lastSequence, hasMore: found.length > first }];
    }),
  );
}
