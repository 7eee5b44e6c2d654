/** Copies an open graph into one file, which is there whole or not at all. */
import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError, validationFailed } from '../../errors.js';
import type { Backup, Reader } from '../../store/graph-store.js';
import { copyWhileStill, removeGraph } from './copy-files.js';
import { graphFileIn } from './graph-files.js';
import { inTransaction } from './in-transaction.js';
import type { Database } from './load-grafeo.js';
import { type Counts, saveApart } from './save-apart.js';

export interface OpenGraph {
  readonly database: Database;
  readonly directory: string;
  /** Runs its task while no write is under way. */
  betweenWrites<Result>(task: () => Promise<Result>): Promise<Result>;
}

type Look<Seen> = (reader: Reader) => Promise<Seen>;

const PARTIAL = '.partial';
/** Whether a file is one that a backup which was not finished left. */
export const isPartial = (name: string): boolean => name.includes(PARTIAL);

/** A checkpoint of a large graph takes seconds. */
const LONGEST_CHECKPOINT_MS = 120_000;
const PAUSE_MS = 100;

/** Only its owner reads it, for it holds the hashes of keys, too. */
const PRIVATE = 0o600;

/** Waits until the disk has it, so that a loss of power takes nothing of what was told to be there. */
function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Copies one state of the graph, log and all, and tells what it holds; waits where a checkpoint is under way. */
async function copyState<Seen>(
  { database, directory, betweenWrites }: OpenGraph,
  copy: string,
  look: Look<Seen>,
  signal: AbortSignal,
): Promise<{ readonly seen: Seen; readonly counts: Counts }> {
  const from = graphFileIn(directory);
  const attempt = async () => {
    if (!(await copyWhileStill(from, copy))) return undefined;
    const seen = await inTransaction(database, 'rollback', look, signal);
    return { seen, counts: { nodes: database.nodeCount(), edges: database.edgeCount() } };
  };
  const deadline = performance.now() + LONGEST_CHECKPOINT_MS;
  for (;;) {
    const state = await betweenWrites(attempt);
    if (state !== undefined) return state;
    if (performance.now() > deadline) throw new Error(`${from} keeps changing`);
    // Not between writes: they go on meanwhile.
    await wait(PAUSE_MS, undefined, { signal });
  }
}

function checkCounts(saved: Counts, counts: Counts): void {
  if (saved.nodes === counts.nodes && saved.edges === counts.edges) return;
  throw new Error(
    `it holds ${saved.nodes} nodes and ${saved.edges} edges of ${counts.nodes} and ${counts.edges}`,
  );
}

async function writeCopy<Seen>(
  graph: OpenGraph,
  path: string,
  look: Look<Seen>,
  signal: AbortSignal,
): Promise<Backup<Seen>> {
  // Names that nobody else has: what is under them is taken away at the end.
  const own = `${path}.${randomUUID()}${PARTIAL}`;
  const [copy, saved] = [`${own}-copy`, own];
  try {
    const { seen, counts } = await copyState(graph, copy, look, signal);
    checkCounts(await saveApart(copy, saved), counts);
    chmodSync(saved, PRIVATE);
    sync(saved);
    const { size: bytes } = statSync(saved);
    signal.throwIfAborted();
    renameSync(saved, path);
    sync(dirname(path));
    return { path, bytes, seen };
  } finally {
    await removeGraph(copy);
    await removeGraph(saved);
  }
}

/**
 * Writes go on as soon as the files are copied; the rest is done apart. Rejects with VALIDATION_FAILED where `file` can't
 * be a new file, and with UNAVAILABLE where it can't be written, holds less than the graph, or is called off before.
 */
export async function saveCopy<Seen>(
  graph: OpenGraph,
  file: string,
  look: Look<Seen>,
  signal: AbortSignal,
): Promise<Backup<Seen>> {
  const path = resolve(file);
  const folder = dirname(path);
  if (!existsSync(folder)) throw validationFailed(`There is no folder ${folder}.`);
  if (existsSync(path)) throw validationFailed(`${file} is there already; a backup replaces no file.`);
  try {
    return await writeCopy(graph, path, look, signal);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('UNAVAILABLE', `${path} can't be written as a backup: ${reason}`, { cause });
  }
}
