/** The key with which a new embedded graph can be written to at once: made on first start, kept in a private file. */
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GraphStore } from '../store/graph-store.js';
import { generateApiKey } from './api-key.js';
import { countKeys, storeKey } from './stored-keys.js';

const FILE_NAME = 'editor.key';
/** Its owner reads and writes it, nobody else. */
const PRIVATE = 0o600;

async function writePrivately(path: string, text: string): Promise<void> {
  // A file that is there would keep its own permissions.
  await rm(path, { force: true });
  await writeFile(path, `${text}\n`, { mode: PRIVATE, flag: 'wx' });
}

/** Makes the first EDITOR key if the graph never had a key. Gives the path of its file, or undefined if there is none. */
export async function provideEditorKey(
  store: GraphStore,
  directory: string,
  now: Date,
): Promise<string | undefined> {
  const path = join(directory, FILE_NAME);
  if ((await store.read(countKeys)) === 0) {
    const key = generateApiKey();
    // The file first: a key whose text is lost would stop the next start from making another one.
    await writePrivately(path, key.text);
    await store.write((writer) =>
      storeKey(writer, key, { name: 'first editor', role: 'EDITOR', by: 'first start', now }),
    );
  }
  return existsSync(path) ? path : undefined;
}
