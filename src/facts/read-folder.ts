/** Reads the files of facts in a folder, in the order of their names. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FactFile, readFactFile } from './fact-file.js';

export async function readFolder(folder: string): Promise<FactFile[]> {
  const names = (await readdir(folder)).filter((name) => /\.(ya?ml|json)$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => readFactFile(join(folder, name), await readFile(join(folder, name), 'utf8'))),
  );
}
