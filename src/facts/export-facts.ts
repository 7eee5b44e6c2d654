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

/** All records of a kind, a batch at a time, so that never all of them are held. */
async function* batchesOf(reader: Reader, kind: Kind): AsyncGenerator<readonly AnyRecord[]> {
  let batch = await scanRecords(reader, kind.name, '', BATCH_SIZE);
  while (batch.length > 0) {
    yield batch;
    if (batch.length < BATCH_SIZE) return;
    batch = await scanRecords(reader, kind.name, batch.at(-1)?.id ?? '', BATCH_SIZE);
  }
}

/** Writes the file of a kind, if it has records, and tells how many. */
async function writeFile(reader: Reader, kind: Kind, format: ExportFormat, path: string): Promise<number> {
  const parts = fileParts[format];
  const batches = batchesOf(reader, kind);
  const first = await batches.next();
  if (first.done === true) return 0;
  const file = await open(path, 'w');
  try {
    await file.write(parts.start(kind));
    await file.write(parts.part(kind, first.value, true));
    let records = first.value.length;
    for await (const batch of batches) {
      await file.write(parts.part(kind, batch, false));
      records += batch.length;
    }
    await file.write(parts.end());
    return records;
  } finally {
    await file.close();
  }
}

/** Writes one state of the graph. Rejects with VALIDATION_FAILED where the folder is not empty. */
export async function exportFacts(
  store: GraphStore,
  { format, kinds, folder }: ExportPlan,
  options?: WorkOptions,
): Promise<ExportReport> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw validationFailed(`${folder} is not empty; name a new folder for the files`);
  }
  return store.read(async (reader) => {
    let records = 0;
    const files: string[] = [];
    for (const kind of kinds) {
      // Sections are a closed list of ours, so a file can be nowhere else.
      const path = join(folder, `${kind.section}.${format}`);
      const written = await writeFile(reader, kind, format, path);
      if (written > 0) files.push(path);
      records += written;
    }
    return { records, files };
  }, options);
}
