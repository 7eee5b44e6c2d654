/** API keys in the graph, where all API processes see them. Only the hash of a key's secret is there. */
import { AppError, validationFailed } from '../errors.js';
import type { Role } from '../model/actor.js';
import type { Reader, Writer } from '../store/graph-store.js';
import { generateApiKey, type NewKey } from './api-key.js';
import { checkKeyName } from './key-name.js';

const insert = `
CREATE (apiKey:ApiKey {id: $id, name: $name, role: $role, hash: $hash, createdAt: $createdAt, createdBy: $createdBy})`;

const columns = `
RETURN apiKey.id AS id, apiKey.name AS name, apiKey.role AS role, apiKey.hash AS hash,
       apiKey.createdAt AS createdAt, apiKey.createdBy AS createdBy,
       apiKey.revokedAt AS revokedAt, apiKey.revokedBy AS revokedBy`;

const selectAll = `
MATCH (apiKey:ApiKey)${columns}
ORDER BY createdAt, id`;

const selectOne = `
MATCH (apiKey:ApiKey {id: $id})${columns}`;

const revoke = `
MATCH (apiKey:ApiKey {id: $id})
SET apiKey.revokedBy = CASE WHEN apiKey.revokedAt IS NULL THEN $revokedBy ELSE apiKey.revokedBy END,
    apiKey.revokedAt = coalesce(apiKey.revokedAt, $revokedAt)${columns}`;

const selectValidAdmins = `
MATCH (apiKey:ApiKey {role: 'ADMIN'})
WHERE apiKey.revokedAt IS NULL
RETURN apiKey.id AS id
ORDER BY id`;

const countAll = `
MATCH (apiKey:ApiKey)
RETURN count(apiKey) AS total`;

export interface StoredKey {
  readonly id: string;
  /** Who holds it; changes that it makes name it. */
  readonly name: string;
  readonly role: Role;
  readonly hash: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Who made it; null of one that is older than this note. */
  readonly createdBy: string | null;
  /** Null while it is valid. */
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
}

/** Who makes or ends a key, and when. */
export interface KeyAct {
  readonly by: string;
  readonly now: Date;
}

export interface KeyRequest extends KeyAct {
  readonly name: string;
  readonly role: Role;
}

/** Stores what is kept of this key. */
export async function storeKey(
  writer: Writer,
  { id, hash }: Pick<NewKey, 'id' | 'hash'>,
  { name, role, by, now }: KeyRequest,
): Promise<void> {
  const createdAt = now.toISOString();
  await writer.run(insert, { id, hash, name: checkKeyName(name), role, createdAt, createdBy: by });
}

/** Makes a key and stores what is kept of it. Its text is in this answer only. */
export async function createKey(writer: Writer, request: KeyRequest): Promise<NewKey> {
  const key = generateApiKey();
  await storeKey(writer, key, request);
  return key;
}

/** All keys, also the revoked ones, oldest first. */
export const listKeys = (reader: Reader): Promise<StoredKey[]> => reader.run<StoredKey>(selectAll);

export async function findKey(reader: Reader, id: string): Promise<StoredKey | undefined> {
  const [key] = await reader.run<StoredKey>(selectOne, { id });
  return key;
}

/** Ends a key for good, and gives it; one that has ended before stays as it was. Rejects with NOT_FOUND. */
export async function revokeKey(writer: Writer, id: string, { by, now }: KeyAct): Promise<StoredKey> {
  const [key] = await writer.run<StoredKey>(revoke, { id, revokedAt: now.toISOString(), revokedBy: by });
  if (key !== undefined) return key;
  throw new AppError('NOT_FOUND', `There is no key with the id "${id}"; list them to see their ids.`, {
    details: { path: ['id'] },
  });
}

/** As `revokeKey`, but rejects with VALIDATION_FAILED where it is the last valid key of an administrator. */
export async function revokeUnlessLast(writer: Writer, id: string, act: KeyAct): Promise<StoredKey> {
  const [first, another] = await writer.run<{ id: string }>(selectValidAdmins);
  if (first?.id !== id || another !== undefined) return revokeKey(writer, id, act);
  throw validationFailed(
    `"${id}" is the last valid key of an ADMIN: nobody could manage keys with one any more. Make another one first, or allow the last.`,
    { path: ['id'] },
  );
}

export async function countKeys(reader: Reader): Promise<number> {
  const [row] = await reader.run<{ total: number }>(countAll);
  return row?.total ?? 0;
}
