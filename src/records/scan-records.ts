/** Walks through all records of a kind, a batch at a time, in order of their ids. */
import type { AnyRecord, Kind } from '../model/kind.js';
import type { Reader } from '../store/graph-store.js';
import { recordOf, storedNames } from './stored-record.js';

// Lists without names cross from the engine twice as fast as maps.
const nextBatch = ({ name }: Kind, properties: readonly string[]): string => `
MATCH (record:${name})
WHERE record.id > $after
WITH record ORDER BY record.id LIMIT $limit
RETURN collect([${properties.map((property) => `record.${property}`).join(', ')}]) AS rows`;

/** The records after an id; fewer than `limit` when there are no more. Other fields than these are missing from them. */
export async function scanRecords(
  reader: Reader,
  kind: Kind,
  after: string,
  limit: number,
  fields: readonly string[] = Object.keys(kind.fields),
): Promise<AnyRecord[]> {
  const properties = ['id', 'version', ...fields.flatMap((name) => storedNames(kind, name))];
  const specs = Object.entries(kind.fields).filter(([name]) => fields.includes(name));
  const [found] = await reader.run<{ rows: readonly (readonly unknown[])[] }>(nextBatch(kind, properties), {
    after,
    limit,
  });
  return (found?.rows ?? []).map((row) => {
    const values: Record<string, unknown> = {};
    for (const [at, property] of properties.entries()) values[property] = row[at];
    return recordOf(kind, specs, values);
  });
}
