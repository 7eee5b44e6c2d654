/** Reads some fields of all records of a kind, page by page: a small part of what a record holds. */
import type { AnyRecord, Kind } from '../model/kind.js';
import type { Reader } from '../store/graph-store.js';
import { recordOf, storedNames } from './stored-record.js';

// Lists without names cross from the engine twice as fast as maps.
const page = (kind: Kind, properties: readonly string[]): string => `
MATCH (record:${kind.name})
WHERE record.id > $after
WITH record ORDER BY record.id LIMIT $limit
RETURN collect([${properties.map((property) => `record.${property}`).join(', ')}]) AS rows`;

/** Records after an id, at most `limit`, in order of their ids; other fields than these are missing from them. */
export async function scanFields(
  reader: Reader,
  kind: Kind,
  fields: readonly string[],
  after: string,
  limit: number,
): Promise<AnyRecord[]> {
  const properties = ['id', 'version', ...fields.flatMap((name) => storedNames(kind, name))];
  const specs = Object.entries(kind.fields).filter(([name]) => fields.includes(name));
  const [found] = await reader.run<{ rows: readonly (readonly unknown[])[] }>(page(kind, properties), {
    after,
    limit,
  });
  return (found?.rows ?? []).map((row) => {
    const values: Record<string, unknown> = {};
    for (const [at, property] of properties.entries()) values[property] = row[at];
    return recordOf(kind, specs, values);
  });
}
