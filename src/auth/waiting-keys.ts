/**
 * Keys that are made in the folder of an embedded graph while a server holds the graph: each waits in a file until it
 * was first shown to the server. Who can write such a file as the user of the server could do all with the graph anyway.
 */
import { constants } from 'node:fs';
import { type FileHandle, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { role } from '../model/actor.js';
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import type { NewKey } from './api-key.js';
import type { LookUpKey } from './remembered-keys.js';
import { findKey, type KeyRequest, type StoredKey, storeKey } from './stored-keys.js';

/** Its owner reads and writes it, nobody else. */
const PRIVATE = 0o600;
const OTHERS = 0o077;
/** It is shown as soon as it is made; one that was forgotten opens nothing later. */
const WAITING_MS = 60_000;

const waitingKey = z.strictObject({
  name: z.string(),
  role: z.enum(role.values),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

const fileOf = (directory: string, id: string): string => join(directory, `waiting-${id}.key`);

/** Leaves what is kept of this key for the server. Gives the path of the file, for who made the key to remove. */
export async function leaveKey(
  directory: string,
  { id, hash }: Pick<NewKey, 'id' | 'hash'>,
  { name, role: of }: Pick<KeyRequest, 'name' | 'role'>,
): Promise<string> {
  const path = fileOf(directory, id);
  await writeFile(path, JSON.stringify({ name, role: of, hash }), { mode: PRIVATE, flag: 'wx' });
  return path;
}

/** Whether only the user of this process can have written it, a moment ago. */
async function isTrusted(file: FileHandle): Promise<boolean> {
  const stat = await file.stat();
  const isPrivate = (stat.mode & OTHERS) === 0 && stat.nlink === 1;
  const isOwn = stat.uid === process.getuid?.();
  return stat.isFile() && isPrivate && isOwn && Date.now() - stat.mtimeMs < WAITING_MS;
}

/** Undefined for a text that is no key. */
function parseWaiting(text: string): z.infer<typeof waitingKey> | undefined {
  try {
    return waitingKey.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Undefined where there is none; no link is followed out of the folder, and no pipe keeps us waiting. */
const openWaiting = (path: string): Promise<FileHandle | undefined> =>
  open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => undefined);

async function readWaiting(path: string): Promise<z.infer<typeof waitingKey> | undefined> {
  const file = await openWaiting(path);
  try {
    return file && (await isTrusted(file)) ? parseWaiting(await file.readFile('utf8')) : undefined;
  } finally {
    await file?.close();
  }
}

async function takeKey(
  store: GraphStore,
  directory: string,
  id: string,
  options?: WorkOptions,
): Promise<StoredKey | undefined> {
  const waiting = await readWaiting(fileOf(directory, id));
  if (waiting === undefined) return undefined;
  const { name, role: of, hash } = waiting;
  return store.write(async (writer) => {
    // Two requests may show it at once.
    if ((await findKey(writer, id)) === undefined)
      await storeKey(writer, { id, hash }, { name, role: of, by: 'command line', now: new Date() });
    return findKey(writer, id);
  }, options);
}

/** As `lookUp`, but a key that the graph does not have is taken into it where it waits in this folder. */
export function withWaitingKeys(lookUp: LookUpKey, store: GraphStore, directory: string): LookUpKey {
  return async (id, options) => (await lookUp(id, options)) ?? takeKey(store, directory, id, options);
}
