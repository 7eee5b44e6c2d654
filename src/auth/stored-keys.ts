/** API keys in the graph, where all API processes see them. Only the hash of a key's secret is there. */
import { AppError, validationFailed } from '../errors.js';
import type { Role } from '../model/actor.js';
import type { Reader, Writer } from '../store/graph-store.js';
import { generateApiKey, type NewKey } from './api-key.js';

const insert = `
CREATE (apiKey:ApiKey {id: $id, name: $name, role: $role, hash: $hash, createdAt: $createdAt})`;

const columns = `
RETURN apiKey.id AS id, apiKey.name AS name, apiKey.role AS role, apiKey.hash AS hash,
       apiKey.createdAt AS createdAt, apiKey.revokedAt AS revokedAt`;

const selectAll = `
MATCH (apiKey:ApiKey)${columns}
ORDER BY createdAt, id`;

const selectOne = `
MATCH (apiKey:ApiKey {id: $id})${columns}`;

const revoke = `
MATCH (apiKey:ApiKey {id: $id})
SET apiKey.revokedAt = coalesce(apiKey.revokedAt, $revokedAt)${columns}`;

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
  /** Null while it is valid. */
  readonly revokedAt: string | null;
}

const MAX_NAME_LENGTH = 100;

function checkName(name: string): string {
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed.length <= MAX_NAME_LENGTH && !/\p{Cc}/u.test(trimmed)) return trimmed;
  throw validationFailed(
    `a key has a name of 1 to ${MAX_NAME_LENGTH} characters that says who holds it, such as "newsroom"`,
    { path: ['name'] },
  );
}

export interface KeyRequest {
  readonly name: string;
  readonly role: Role;
  readonly now: Date;
}

/** Stores what is kept of this key. */
export async function storeKey(
  writer: Writer,
  { id, hash }: Pick<NewKey, 'id' | 'hash'>,
  { name, role, now }: KeyRequest,
): Promise<void> {
  await writer.run(insert, { id, hash, name: checkName(name), role, createdAt: now.toISOString() });
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

/** Ends a key for good, and gives it; of one that has ended before, the day it ended stays. Rejects with NOT_FOUND. */
export async function revokeKey(writer: Writer, id: string, now: Date): Promise<StoredKey> {
  const [key] = await writer.run<StoredKey>(revoke, { id, revokedAt: now.toISOString() });
  if (key !== undefined) return key;
  throw new AppError('NOT_FOUND', `There is no key with the id "${id}"; list them to see their ids.`);
}

export async function countKeys(reader: Reader): Promise<number> {
  const [row] = await reader.run<{ total: number }>(countAll);
  return row?.total ?? 0;
}
