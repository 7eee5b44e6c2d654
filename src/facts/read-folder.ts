/** Reads the files of facts in a folder, in the order of their names. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FactFile } from './fact-file.js';
import { loadFactFile } from './fact-source.js';

export async function readFolder(folder: string): Promise<FactFile[]> {
  const names = (await readdir(folder)).filter((name) => /\.(ya?ml|json|csv)$/.test(name)).sort();
  const files: FactFile[] = [];
  for (const name of names) files.push(await loadFactFile(join(folder, name)));
  return files;
}
