/** Walks through all records of a label, a batch at a time, in order of their ids. */
import type { AnyRecord } from '../model/kind.js';
import type { Reader } from '../store/graph-store.js';
import { fromProperties } from './stored-record.js';

const nextBatch = (label: string): string => `
MATCH (record:${label})
WHERE record.id > $after
RETURN properties(record) AS properties
ORDER BY record.id
LIMIT $limit`;

/** The records after an id; fewer than `limit` when there are no more. `label` names a kind: never pass user input. */
export async function scanRecords(
  reader: Reader,
  label: string,
  after: string,
  limit: number,
): Promise<AnyRecord[]> {
  const rows = await reader.run<{ properties: Record<string, unknown> }>(nextBatch(label), { after, limit });
  return rows.map(({ properties }) => fromProperties(properties));
}
