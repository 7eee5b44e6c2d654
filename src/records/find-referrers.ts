/** Tells which records refer to a record. */
import { kinds, referencesOf } from '../model/registry.js';
import type { Reader } from '../store/graph-store.js';

const types = [
  ...new Set(kinds.flatMap((kind) => referencesOf(kind).map(([, { relationship }]) => relationship))),
];

const referring = `
MATCH (:Entity {id: $id})<-[:${types.join('|')}]-(other:Entity)
WHERE other.id <> $id
RETURN DISTINCT other.id AS id
ORDER BY id
LIMIT $limit`;

/** The ids of the records that refer to this one, itself aside, in order; at most `limit`. */
export async function findReferrers(reader: Reader, id: string, limit: number): Promise<string[]> {
  const rows = await reader.run<{ id: string }>(referring, { id, limit });
  return rows.map((row) => row.id);
}
