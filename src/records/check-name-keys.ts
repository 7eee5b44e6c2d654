/** Proves that every name of every record can be looked up, and that nothing else can. */
import type { AnyRecord } from '../model/kind.js';
import type { Reader } from '../store/graph-store.js';
import { nameKeysOf } from './name-keys.js';

const ofRecords = `
UNWIND $keys AS key
MATCH (name:NameKey {key: key})
RETURN name.recordId AS id, name.key AS key
ORDER BY id, key`;

const count = 'MATCH (name:NameKey) RETURN count(name) AS total';

/** What is missing of these records' names, and how many keys they have together. */
export async function checkNameKeys(
  reader: Reader,
  records: readonly AnyRecord[],
): Promise<{ faults: string[]; total: number }> {
  const expected = records.flatMap((record) => nameKeysOf(record).map((key) => ({ id: record.id, key })));
  if (expected.length === 0) return { faults: [], total: 0 };
  const keys = [...new Set(expected.map(({ key }) => key))];
  const rows = await reader.run<{ id: string; key: string }>(ofRecords, { keys });
  const found = new Set(rows.map(({ id, key }) => `${id} ${key}`));
  const missing = expected.filter(({ id, key }) => !found.has(`${id} ${key}`));
  return {
    faults: missing.map(({ id, key }) => `${id}: it can't be looked up by its name "${key}"`),
    total: expected.length,
  };
}

/** How many keys there are. */
export async function countNameKeys(reader: Reader): Promise<number> {
  const [row] = await reader.run<{ total: number }>(count);
  return row?.total ?? 0;
}
