/** Copies the files of an open graph as a crash would leave them: the engine opens that as the graph that it was. */
import { constants, existsSync, statSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { logFileOf } from './graph-files.js';

/** On file systems that can, nothing is copied before either side changes. */
const HOW = { recursive: true, mode: constants.COPYFILE_FICLONE };

export async function removeGraph(path: string): Promise<void> {
  for (const part of [path, logFileOf(path)]) await rm(part, { recursive: true, force: true });
}

/** Another text once the engine has moved a part of its log into the file, or taken that part away. */
const stateOf = (path: string): string =>
  [path, logFileOf(path)]
    .map((part) => statSync(part, { bigint: true, throwIfNoEntry: false }))
    .map((state) => `${state?.ino} ${state?.size} ${state?.mtimeNs}`)
    .join();

async function copyOnce(from: string, to: string): Promise<void> {
  await removeGraph(to);
  await cp(from, to, HOW);
  if (existsSync(logFileOf(from))) await cp(logFileOf(from), logFileOf(to), HOW);
}

/**
 * While nobody writes. False where a checkpoint was under way, which changes the files: then what was copied is of no use,
 * and a moment later it may be done.
 */
export async function copyWhileStill(from: string, to: string): Promise<boolean> {
  const before = stateOf(from);
  try {
    await copyOnce(from, to);
    return stateOf(from) === before;
  } catch (error) {
    // A checkpoint takes parts of the log away.
    if (stateOf(from) === before) throw error;
    return false;
  }
}
