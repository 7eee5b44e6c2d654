/** A folder as data, to tell whether anything in it was touched. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The content of every file below a folder, by its path within. */
export async function readTree(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.sort().map(async (path) => [relative(folder, path), await readFile(path)] as const),
  );
  return new Map(files);
}
