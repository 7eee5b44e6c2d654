/** Reads records by id. */
import type { AnyRecord } from '../model/kind.js';
import type { Reader } from '../store/graph-store.js';
import { fromProperties } from './stored-record.js';

const byIds = `
UNWIND $ids AS id
MATCH (record:Entity {id: id})
RETURN properties(record) AS properties`;

interface Row {
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The records with these ids; an id without a record is left out. */
export async function loadRecords(reader: Reader, ids: readonly string[]): Promise<Map<string, AnyRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.run<Row>(byIds, { ids });
  return new Map(
    rows.map(({ properties }) => fromProperties(properties)).map((record) => [record.id, record]),
  );
}
