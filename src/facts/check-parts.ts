/** Checks a large import part by part; nothing is written. */
import { planWrites, type WritePlan } from '../records/plan-writes.js';
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import { type FactFault, resolveRecords } from './check-facts.js';
import { createFaultList, inOrder } from './fault.js';
import { FaultyFacts, telling } from './faulty-facts.js';
import { type ImportPlan, partsOf } from './import-plan.js';
import { checkFile } from './placed-records.js';
import { countRows } from './slices.js';

export interface CheckOptions extends WorkOptions {
  readonly onChecked?: (checked: number) => void;
  /** Given what writing each part would do, as long as there is no fault. */
  readonly onPlanned?: (writes: WritePlan) => void;
}

/** Rejects with VALIDATION_FAILED, which names the first 1,000 faults of all parts. */
export const checkParts = (store: GraphStore, plan: ImportPlan, options: CheckOptions): Promise<void> =>
  telling(store, options, async () => {
    const { outline } = plan;
    const { signal, onChecked, onPlanned } = options;
    const faults = createFaultList<FactFault>();
    faults.addAll(outline.faults);
    let checked = 0;
    for await (const part of partsOf(plan, signal)) {
      const records = await checkFile(part, faults);
      // The work of a read may run again, so each run has its own list.
      const found = await store.read(async (reader) => {
        const own = createFaultList<FactFault>();
        const resolved = await resolveRecords(reader, records, outline, own);
        const isSound = faults.kept.length + own.kept.length === 0;
        const writes = isSound && onPlanned ? await planWrites(reader, resolved.records) : undefined;
        return { own, writes };
      }, options);
      faults.addAll(found.own);
      if (found.writes !== undefined) onPlanned?.(found.writes);
      checked += countRows(part);
      onChecked?.(checked);
    }
    if (faults.kept.length > 0)
      throw new FaultyFacts({ faults: inOrder(faults), kindOfId: outline.kindOfId });
  });
