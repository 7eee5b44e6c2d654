/** Who holds an embedded graph, noted beside it. The engine's lock decides whether it is held; this only says by whom. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const note = z.object({
  pid: z.int().positive(),
  /** Where it serves the graph: http://127.0.0.1:4000; absent where it is no server. */
  url: z.string().optional(),
});
export type Owner = z.infer<typeof note>;

const noteIn = (directory: string): string => join(directory, 'graph.owner');

/** Replaces the note that a process left which was killed. */
export const noteOwner = (directory: string, owner: Owner): void =>
  writeFileSync(noteIn(directory), `${JSON.stringify(owner)}\n`);

export const removeOwner = (directory: string): void => rmSync(noteIn(directory), { force: true });

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, but for another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readNote(directory: string): Owner | undefined {
  try {
    return note.parse(JSON.parse(readFileSync(noteIn(directory), 'utf8')));
  } catch {
    // Not there, or just being written: then nothing is known.
    return undefined;
  }
}

/** The owner, as far as it is known: undefined without a note, and where the process that it names has ended. */
export function readOwner(directory: string): Owner | undefined {
  const owner = readNote(directory);
  return owner !== undefined && isRunning(owner.pid) ? owner : undefined;
}
