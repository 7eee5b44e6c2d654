/** Records as they were known on a past day, whatever was learnt since. */
import { type Day, lastDayOf } from '../model/day.js';
import { toDay } from '../model/day-text.js';
import type { AnyRecord } from '../model/kind.js';
import type { Reader } from '../store/graph-store.js';
import { inBatches } from './in-batches.js';
import { fromJson } from './record-json.js';

const lastBefore = `
UNWIND $ids AS id
CALL (id) {
  MATCH (change:Change {recordId: id})
  WHERE change.at <= $end
  RETURN change.after AS record
  ORDER BY change.sequence DESC
  LIMIT 1
}
RETURN id AS id, record AS record
ORDER BY id`;

/** Changes carry their time to the millisecond, as texts that order as time does. */
const endOf = (day: Day): string => `${toDay(lastDayOf(day))}T23:59:59.999Z`;

/**
 * The records with these ids as they were known at the end of a day in UTC; of a month or a year, at the end of its
 * last day. One that was not known yet, or was retracted then, is left out.
 */
export async function loadRecordsKnownOn(
  reader: Reader,
  ids: readonly string[],
  day: Day,
): Promise<Map<string, AnyRecord>> {
  const known = new Map<string, AnyRecord>();
  for (const batch of inBatches(ids)) {
    const rows = await reader.run<{ id: string; record: string | null }>(lastBefore, {
      ids: batch,
      end: endOf(day),
    });
    for (const { id, record } of rows) if (record !== null) known.set(id, fromJson(record));
  }
  return known;
}
