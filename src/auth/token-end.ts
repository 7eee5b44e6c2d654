/** Notices that a token is no longer valid, for connections that stay open longer than it may. */
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../errors.js';
import type { Authenticate } from './authenticator.js';
import { tokenExpired } from './bearer.js';

/**
 * How long a token that was revoked may go unnoticed here, beside the time that a key is remembered (`REMEMBERED_MS`). The
 * end that a token has of its own is noticed when it comes.
 */
const RECHECK_MS = 2_500;

export interface WatchedToken {
  readonly authenticate: Authenticate;
  /** The Authorization header with the token. */
  readonly header: string;
  /** When the token ends by itself, in milliseconds since 1970. */
  readonly endsAt?: number | undefined;
}

function pauseBefore(endsAt: number | undefined): number {
  const left = (endsAt ?? Number.POSITIVE_INFINITY) - Date.now();
  return Math.min(Math.max(left, 0), RECHECK_MS);
}

/** What is wrong with the token; undefined while it is valid, and while that can't be found out. */
async function findFault({ authenticate, header, endsAt }: WatchedToken): Promise<AppError | undefined> {
  // For this nobody has to be asked who may not answer.
  if (endsAt !== undefined && Date.now() >= endsAt) return tokenExpired();
  try {
    await authenticate(header);
    return undefined;
  } catch (fault) {
    return fault instanceof AppError && fault.code === 'UNAUTHENTICATED' ? fault : undefined;
  }
}

/** Calls `onEnd` once, with what is wrong with the token, when it is no longer valid; never after the signal aborted. */
export async function watchToken(
  token: WatchedToken,
  signal: AbortSignal,
  onEnd: (fault: AppError) => void,
): Promise<void> {
  while (!signal.aborted) {
    await wait(pauseBefore(token.endsAt), undefined, { signal, ref: false }).catch(() => undefined);
    const fault = signal.aborted ? undefined : await findFault(token);
    if (fault === undefined) continue;
    if (!signal.aborted) onEnd(fault);
    return;
  }
}
