/** Tells which ids are taken, and by what kind of record. */
import type { Reader } from '../store/graph-store.js';
import { inBatches } from './in-batches.js';

const byIds = `
UNWIND $ids AS id
MATCH (record:Entity {id: id})
RETURN record.id AS id, record.kind AS kind`;

export async function findKinds(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const kinds = new Map<string, string>();
  for (const batch of inBatches(ids)) {
    const rows = await reader.run<{ id: string; kind: string }>(byIds, { ids: batch });
    for (const { id, kind } of rows) kinds.set(id, kind);
  }
  return kinds;
}
