/** An API key: how it is made, how it is written, and how one that is shown is compared with what is kept of it. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** `aig_<id>_<secret>`: the prefix lets scanners of leaked secrets find it, the id is public, the secret is not. */
const WRITTEN_KEY = /^aig_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;
const ID_BYTES = 6;
const SECRET_BYTES = 32;

export const looksLikeApiKey = (token: string): boolean => token.startsWith('aig_');

export interface PresentedKey {
  readonly id: string;
  readonly secret: string;
}

export interface NewKey {
  readonly id: string;
  /** The whole key as its owner keeps it. It can't be had from `hash` again. */
  readonly text: string;
  readonly hash: string;
}

/**
 * SHA-256 in hexadecimal, without salt or rounds: these guard passwords, which can be guessed. A secret of 256 random
 * bits can't be, so a slow hash would only slow down the server.
 */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export function generateApiKey(): NewKey {
  const id = randomBytes(ID_BYTES).toString('hex');
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { id, text: `aig_${id}_${secret}`, hash: hashOf(secret) };
}

/** The parts of a key, or undefined for what is none. */
export function parseApiKey(text: string): PresentedKey | undefined {
  const [, id, secret] = WRITTEN_KEY.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** Whether the secret has this hash; takes the same time wherever the two differ. */
export function fitsHash(secret: string, hash: string): boolean {
  const presented = Buffer.from(hashOf(secret));
  const kept = Buffer.from(hash);
  return presented.length === kept.length && timingSafeEqual(presented, kept);
}
