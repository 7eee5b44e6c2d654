/** Writes the live records into files that an import reads: one for each kind that has any, sorted by id. */
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { validationFailed } from '../errors.js';
import type { AnyRecord, Kind } from '../model/kind.js';
import { BATCH_SIZE } from '../records/in-batches.js';
import { scanRecords } from '../records/scan-records.js';
import type { GraphStore, Reader, WorkOptions } from '../store/graph-store.js';
import { type ExportFormat, fileParts } from './export-formats.js';

export interface ExportPlan {
  readonly format: ExportFormat;
  readonly kinds: readonly Kind[];
  /** Made if it is not there; refused if it is not empty, so that no old file stays among the new. */
  readonly folder: string;
}

export interface ExportReport {
  readonly records: number;
  /** The paths of the files. */
  readonly files: readonly string[];
}

/** Gives the live records of a kind, sorted by id, a batch at a time, so that never all of them need to be held. */
export type BatchesOf = (kind: Kind) => AsyncIterable<readonly AnyRecord[]>;

/** Of the graph as it is while one read lasts. */
const batchesIn = (reader: Reader): BatchesOf =>
  async function* batchesOf(kind) {
    let batch = await scanRecords(reader, kind, '', BATCH_SIZE);
    while (batch.length > 0) {
      yield batch;
      if (batch.length < BATCH_SIZE) return;
      batch = await scanRecords(reader, kind, batch.at(-1)?.id ?? '', BATCH_SIZE);
    }
  };

/** Writes the file of a kind, if it has records, and tells how many. */
async function writeFile(
  all: AsyncIterable<readonly AnyRecord[]>,
  kind: Kind,
  format: ExportFormat,
  path: string,
): Promise<number> {
  const parts = fileParts[format];
  const batches = all[Symbol.asyncIterator]();
  let next = await batches.next();
  if (next.done === true) return 0;
  const file = await open(path, 'w');
  try {
    await file.write(parts.start(kind));
    let records = 0;
    for (; next.done !== true; next = await batches.next()) {
      await file.write(parts.part(kind, next.value, records === 0));
      records += next.value.length;
    }
    await file.write(parts.end());
    return records;
  } finally {
    await file.close();
  }
}

/** Makes the folder, or rejects with VALIDATION_FAILED where it is not empty. */
export async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw validationFailed(`${folder} is not empty; name a new folder for the files`);
  }
}

/** Writes a file for each kind that has records, into a folder that was prepared. */
export async function writeFacts(
  { format, kinds, folder }: ExportPlan,
  batchesOf: BatchesOf,
): Promise<ExportReport> {
  let records = 0;
  const files: string[] = [];
  for (const kind of kinds) {
    // Sections are a closed list of ours, so a file can be nowhere else.
    const path = join(folder, `${kind.section}.${format}`);
    const written = await writeFile(batchesOf(kind), kind, format, path);
    if (written > 0) files.push(path);
    records += written;
  }
  return { records, files };
}

/** Writes one state of the graph. Rejects with VALIDATION_FAILED where the folder is not empty. */
export async function exportFacts(
  store: GraphStore,
  plan: ExportPlan,
  options?: WorkOptions,
): Promise<ExportReport> {
  await prepareFolder(plan.folder);
  return store.read((reader) => writeFacts(plan, batchesIn(reader)), options);
}
