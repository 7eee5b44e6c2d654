/** A folder as data, to tell whether anything in it was touched. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

export interface FileState {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Every file below a folder, by its path within, in order. */
export async function readTree(folder: string): Promise<FileState[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.sort().map(async (path) => {
      const content = await readFile(path);
      const sha256 = createHash('sha256').update(content).digest('hex');
      return { path: relative(folder, path), bytes: content.length, sha256 };
    }),
  );
}
