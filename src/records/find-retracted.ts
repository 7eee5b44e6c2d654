/** Tells which ids belong to records that were retracted: they stay taken. */
import type { AnyRecord } from '../model/kind.js';
import type { Reader } from '../store/graph-store.js';
import { inBatches } from './in-batches.js';
import { fromProperties } from './stored-record.js';

const byIds = `
UNWIND $ids AS id
MATCH (record:Retracted {id: id})
RETURN properties(record) AS properties
ORDER BY record.id`;

export interface RetractedRecord {
  /** Its last values; its version counts the retraction too. */
  readonly record: AnyRecord;
  /** ISO 8601, UTC. */
  readonly retractedAt: string;
}

type Properties = Readonly<Record<string, unknown>> & { readonly retractedAt: string };

/** The retracted records with these ids, by id. */
export async function findRetracted(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, RetractedRecord>> {
  const found = new Map<string, RetractedRecord>();
  for (const batch of inBatches(ids)) {
    const rows = await reader.run<{ properties: Properties }>(byIds, { ids: batch });
    for (const { properties } of rows) {
      const record = fromProperties(properties);
      found.set(record.id, { record, retractedAt: properties.retractedAt });
    }
  }
  return found;
}

/** Why a record with the id of a retracted one can't be written. */
export const retractedMessage = (id: string, { retractedAt }: RetractedRecord): string =>
  `"${id}" was retracted on ${retractedAt.slice(0, 10)}; restore it first`;
