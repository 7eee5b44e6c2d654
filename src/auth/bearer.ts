import { AppError } from '../errors.js';
import type { Actor } from '../model/actor.js';

/** Who showed a token that is valid now. */
export interface Bearer {
  readonly actor: Actor;
  /** When the token ends by itself, in milliseconds since 1970; absent for one that lasts until it is revoked. */
  readonly endsAt?: number;
}

export const tokenExpired = (): AppError =>
  new AppError('UNAUTHENTICATED', 'The token has expired; get a new one.');
