/** Which records were changed, by the numbers of the changes. */
import type { Reader } from '../store/graph-store.js';

// Numbers have no gaps, so each is looked up by the index.
const changedIds = `
UNWIND range($after + 1, $last) AS sequence
MATCH (change:Change {sequence: sequence})
RETURN collect(DISTINCT change.recordId) AS ids`;

/** The ids of the records that the changes after one number and up to another are of, each once. */
export async function readChangedIds(
  reader: Reader,
  after: number,
  last: number,
): Promise<readonly string[]> {
  const [row] = await reader.run<{ ids: readonly string[] }>(changedIds, { after, last });
  return row?.ids ?? [];
}
