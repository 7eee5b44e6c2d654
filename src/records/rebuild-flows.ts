/** Makes all flow edges anew from the records that cast them. */
import { kinds } from '../model/registry.js';
import type { GraphStore, WorkOptions, Writer } from '../store/graph-store.js';
import { castFlows } from './cast-flows.js';
import { flows } from './flows.js';
import { BATCH_SIZE } from './in-batches.js';
import { takeLedger } from './ledger.js';
import { scanRecords } from './scan-records.js';
import { runAll } from './statements.js';
import { createFlows } from './write-edges.js';

export interface RebuildReport {
  /** How many records cast flows. */
  readonly records: number;
  /** How many edges there are now. */
  readonly edges: number;
}

const deleteSome = (flow: string): string => `
MATCH (:Company)-[edge:${flow}]->(:Company)
WITH edge LIMIT $limit
DELETE edge
RETURN count(*) AS deleted`;

async function deleteAll(writer: Writer): Promise<void> {
  for (const flow of flows) {
    for (;;) {
      const [row] = await writer.run<{ deleted: number }>(deleteSome(flow), { limit: BATCH_SIZE });
      if ((row?.deleted ?? 0) < BATCH_SIZE) break;
    }
  }
}

/** In one transaction, so that no question ever sees a graph without its flows; one that is called off changes nothing. */
export const rebuildFlows = (
  store: GraphStore,
  now = new Date(),
  options?: WorkOptions,
): Promise<RebuildReport> =>
  store.write(async (writer) => {
    await takeLedger(writer, now);
    await deleteAll(writer);
    let [records, edges] = [0, 0];
    for (const kind of kinds.filter(({ casts }) => casts.length > 0)) {
      for (let after = ''; ; ) {
        const batch = await scanRecords(writer, kind, after, BATCH_SIZE);
        const cast = batch.flatMap(castFlows);
        await runAll(writer, createFlows(cast));
        records += batch.length;
        edges += cast.length;
        const last = batch.at(-1);
        if (last === undefined || batch.length < BATCH_SIZE) break;
        after = last.id;
      }
    }
    return { records, edges };
  }, options);
