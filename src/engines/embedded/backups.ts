/** Backups of one graph: one after the other, by default in a folder beside it, under names that no client chooses. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, BackupRequest } from '../../store/graph-store.js';
import { oneAtATime } from './one-at-a-time.js';
import { isPartial, type OpenGraph, saveCopy } from './save-copy.js';

/** Nobody else lists it. */
const PRIVATE = 0o700;

/** graph-2026-03-09T12-00-00-000Z.grafeo: not every file system takes a colon. */
const nameAt = (now: Date): string => `graph-${now.toISOString().replace(/[:.]/g, '-')}.grafeo`;

/** Makes the folder, and takes out of it what a process left that was killed while it copied. */
function prepareFolder(directory: string): string {
  const folder = join(directory, 'backups');
  mkdirSync(folder, { recursive: true, mode: PRIVATE });
  for (const name of readdirSync(folder).filter(isPartial)) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  return folder;
}

/** Once the signal is aborted, there will be no file. */
export type MakeBackup = <Seen>(request: BackupRequest<Seen>, signal: AbortSignal) => Promise<Backup<Seen>>;

export function createBackups(graph: OpenGraph): MakeBackup {
  const enqueue = oneAtATime();
  return ({ now, file, look }, signal) =>
    enqueue(async () => {
      signal.throwIfAborted();
      return saveCopy(graph, file ?? join(prepareFolder(graph.directory), nameAt(now)), look, signal);
    });
}
