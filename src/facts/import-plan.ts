/** A large import: files that are read in parts, and what is known of all of them before the first record is checked. */
import { createHash } from 'node:crypto';
import { validationFailed } from '../errors.js';
import type { FactFile } from './fact-file.js';
import type { FactSource } from './fact-source.js';
import { createFaultList } from './fault.js';
import { refused } from './faulty-facts.js';
import { createOutline, type Outline } from './outline.js';
import { countRows } from './slices.js';

export interface ImportPlan {
  readonly sources: readonly FactSource[];
  /** How many rows a part has at most. */
  readonly size: number;
  readonly outline: Outline;
  /** How many rows there are in all. */
  readonly rows: number;
  /** What each part said when it was read first. */
  readonly digests: readonly string[];
}

async function* readParts(
  sources: readonly FactSource[],
  size: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<FactFile> {
  for (const source of sources) {
    for await (const file of source.files(size)) {
      signal?.throwIfAborted();
      yield file;
    }
  }
}

/** The files whole where they have at most `size` rows together, else undefined. */
export async function loadSmall(
  sources: readonly FactSource[],
  size: number,
  signal?: AbortSignal,
): Promise<FactFile[] | undefined> {
  const files: FactFile[] = [];
  let rows = 0;
  for await (const file of readParts(sources, size, signal)) {
    rows += countRows(file);
    if (rows > size) return undefined;
    files.push(file);
  }
  return files;
}

/** A text that is held can't change; one that is read again can. */
const digestOf = ({ name, digest = '' }: FactFile): string =>
  createHash('sha256')
    .update(JSON.stringify([name, digest]))
    .digest('base64');

/**
 * Reads all files once and keeps their outline. Rejects with VALIDATION_FAILED at once where one can't be read to its end,
 * or there are more faults than are told before a record is checked.
 */
export async function planImport(
  sources: readonly FactSource[],
  size: number,
  signal?: AbortSignal,
): Promise<ImportPlan> {
  const outline = createOutline();
  const faults = createFaultList();
  const digests: string[] = [];
  let rows = 0;
  let isReadable = true;
  for await (const file of readParts(sources, size, signal)) {
    isReadable &&= file.content !== null || file.faults.kept.length === 0;
    await outline.add(file);
    faults.addAll(file.faults);
    digests.push(digestOf(file));
    rows += countRows(file);
  }
  faults.addAll(outline.faults);
  if (!isReadable || faults.more > 0) throw refused(faults);
  return { sources, size, outline, rows, digests };
}

/** Reads the parts again; throws VALIDATION_FAILED before one that says anything else than when it was planned. */
export async function* partsOf(
  { sources, size, digests }: ImportPlan,
  signal?: AbortSignal,
): AsyncGenerator<FactFile> {
  const changed = (name: string): Error =>
    validationFailed(`${name} changed while it was imported; import it again when it is complete`);
  let [index, last] = [0, ''];
  for await (const file of readParts(sources, size, signal)) {
    if (digestOf(file) !== digests[index]) throw changed(file.name);
    [index, last] = [index + 1, file.name];
    yield file;
  }
  if (index < digests.length) throw changed(last);
}
