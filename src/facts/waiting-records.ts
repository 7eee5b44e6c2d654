/** Records that refer to later ones of the same import wait until those are there, or are written together with them. */
import { referencesIn } from '../records/record-references.js';
import type { FactFile } from './fact-file.js';
import type { PlacedRecord } from './placed-records.js';

export interface Separated {
  /** What they refer to is there, or among them. */
  readonly ready: readonly PlacedRecord[];
  readonly waiting: readonly PlacedRecord[];
}

/** Tells which records can be written; `isThere` says whether a record with an id is in the graph. */
export function separate(records: readonly PlacedRecord[], isThere: (id: string) => boolean): Separated {
  const ids = new Set(records.map(({ input }) => input.id));
  const referrers = new Map<string, PlacedRecord[]>();
  const waiting = new Set<PlacedRecord>();
  for (const record of records) {
    for (const { text } of referencesIn(record)) {
      if (isThere(text)) continue;
      if (!ids.has(text)) waiting.add(record);
      const known = referrers.get(text);
      if (known === undefined) referrers.set(text, [record]);
      else known.push(record);
    }
  }
  // A set gives what is added while it is walked through, too: who refers to one that waits has to wait.
  for (const { input } of waiting) {
    for (const referrer of referrers.get(input.id) ?? []) waiting.add(referrer);
  }
  return { ready: records.filter((record) => !waiting.has(record)), waiting: [...waiting] };
}

/** The same record, for which nothing of its file but its own place has to be kept. */
export function withoutFile(record: PlacedRecord): PlacedRecord {
  const place = record.file.faultAt(record.path, '');
  const file: FactFile = {
    name: record.file.name,
    content: null,
    faults: { kept: [], more: 0 },
    faultAt: (_path, message) => ({ ...place, message }),
  };
  return { ...record, file };
}
