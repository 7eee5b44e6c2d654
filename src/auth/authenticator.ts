/** From the Authorization header of a request to who asks. It knows API keys, and tokens of the configured issuer. */
import { AppError } from '../errors.js';
import type { WorkOptions } from '../store/graph-store.js';
import { fitsHash, looksLikeApiKey, parseApiKey } from './api-key.js';
import type { Bearer } from './bearer.js';
import type { VerifyToken } from './issuer.js';
import type { LookUpKey } from './remembered-keys.js';

/**
 * Whom this header names, or undefined where there is no header. Rejects with UNAUTHENTICATED what is not
 * valid (so that nobody reads in the belief of being known), and with UNAVAILABLE what can't be checked now.
 */
export type Authenticate = (header: string | undefined, options?: WorkOptions) => Promise<Bearer | undefined>;

export interface AuthenticatorParts {
  readonly lookUpKey: LookUpKey;
  /** Absent where no issuer is configured. */
  readonly verifyToken?: VerifyToken | undefined;
}

const refused = (message: string): AppError => new AppError('UNAUTHENTICATED', message);

function tokenOf(header: string): string {
  const [, token] = /^bearer +(\S+)$/i.exec(header) ?? [];
  if (token !== undefined) return token;
  throw refused('The Authorization header is not understood. Send it as "Authorization: Bearer ...".');
}

async function holderOfKey(text: string, lookUpKey: LookUpKey, options?: WorkOptions): Promise<Bearer> {
  const presented = parseApiKey(text);
  const stored = presented && (await lookUpKey(presented.id, options));
  // An unknown id and a wrong secret get one answer, so that ids can't be tried out.
  if (presented === undefined || stored === undefined || !fitsHash(presented.secret, stored.hash)) {
    throw refused('This API key is not known. Check that it was copied whole.');
  }
  if (stored.revokedAt !== null) {
    throw refused(`The API key ${stored.id} was revoked on ${stored.revokedAt}.`);
  }
  // Names may repeat, so the id says which of them it was.
  return { actor: { name: `${stored.name} (key ${stored.id})`, role: stored.role } };
}

export function createAuthenticator({ lookUpKey, verifyToken }: AuthenticatorParts): Authenticate {
  return async (header, options) => {
    if (header === undefined) return undefined;
    const token = tokenOf(header);
    if (looksLikeApiKey(token)) return holderOfKey(token, lookUpKey, options);
    if (verifyToken !== undefined) return verifyToken(token);
    throw refused('This is not an API key, and no issuer of tokens is trusted here.');
  };
}
