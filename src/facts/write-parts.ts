/** Writes a large import that was checked, part by part, a transaction each. */
import { findKinds } from '../records/find-kinds.js';
import { takeLedger } from '../records/ledger.js';
import { referencesIn } from '../records/record-references.js';
import { type Authorship, type WriteReport, writeRecords } from '../records/write-records.js';
import type { GraphStore, Reader, WorkOptions, Writer } from '../store/graph-store.js';
import { type FactFault, resolveRecords } from './check-facts.js';
import type { FactFile } from './fact-file.js';
import { createFaultList, inOrder } from './fault.js';
import { FaultyFacts, refused, telling } from './faulty-facts.js';
import { type ImportPlan, partsOf } from './import-plan.js';
import type { Outline } from './outline.js';
import { checkFile, type PlacedRecord } from './placed-records.js';
import { type Separated, separate, withoutFile } from './waiting-records.js';

export interface WriteOptions extends WorkOptions {
  /** Told after each transaction how many records are in the graph for good. */
  readonly onWritten: (written: number) => void;
}

/** What can be written of records whose references are ids. */
async function separateRecords(
  reader: Reader,
  records: readonly PlacedRecord[],
  stored: ReadonlyMap<string, string>,
): Promise<Separated> {
  const referred = new Set(records.flatMap((record) => referencesIn(record).map(({ text }) => text)));
  // Names were no ids when the graph was asked before.
  const asked = [...referred].filter((id) => !stored.has(id));
  const also = await findKinds(reader, asked);
  return separate(records, (id) => stored.has(id) || also.has(id));
}

interface WrittenPart {
  readonly report: WriteReport;
  readonly waiting: readonly PlacedRecord[];
}

/** Others may have written since all was checked, so what is written is checked again where nobody else writes. */
async function writePart(
  writer: Writer,
  part: FactFile,
  waiting: readonly PlacedRecord[],
  outline: Outline,
  authorship: Authorship,
): Promise<WrittenPart> {
  await takeLedger(writer, authorship.now);
  const faults = createFaultList<FactFault>();
  const given = [...waiting, ...(await checkFile(part, faults))];
  const { records, stored } = await resolveRecords(writer, given, outline, faults);
  if (faults.kept.length > 0) throw new FaultyFacts({ faults: inOrder(faults), kindOfId: outline.kindOfId });
  const separated = await separateRecords(writer, records, stored);
  const report = await writeRecords(writer, separated.ready, authorship);
  return { report, waiting: separated.waiting };
}

function refuseWaiting(records: readonly PlacedRecord[]): void {
  if (records.length === 0) return;
  const faults = createFaultList();
  const message = 'what this record refers to was retracted meanwhile; restore it, and import again';
  for (const { file, path } of records) faults.add(() => file.faultAt(path, message));
  throw refused(faults);
}

/** Rejects where a part can't be written any more, or the signal aborts; the parts before it stay. */
export const writeParts = (
  store: GraphStore,
  plan: ImportPlan,
  author: () => Authorship,
  options: WriteOptions,
): Promise<WriteReport> =>
  telling(store, options, async () => {
    const { outline } = plan;
    let waiting: readonly PlacedRecord[] = [];
    let total: WriteReport = { created: 0, updated: 0, unchanged: 0, sequence: 0 };
    for await (const part of partsOf(plan, options.signal)) {
      const written = await store.write(
        (writer) => writePart(writer, part, waiting, outline, author()),
        options,
      );
      waiting = written.waiting.map(withoutFile);
      const { created, updated, unchanged, sequence } = written.report;
      total = {
        created: total.created + created,
        updated: total.updated + updated,
        unchanged: total.unchanged + unchanged,
        sequence,
      };
      options.onWritten(total.created + total.updated + total.unchanged);
    }
    refuseWaiting(waiting);
    return total;
  });
