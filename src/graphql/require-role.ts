import { AppError } from '../errors.js';
import { type Actor, mayActAs, type Role } from '../model/actor.js';
import type { RequestContext } from './context.js';

/** The actor of the request; rejects with UNAUTHENTICATED without one, and with FORBIDDEN if its role is too low. */
export function requireRole({ actor }: RequestContext, least: Role): Actor {
  if (actor === undefined) {
    throw new AppError('UNAUTHENTICATED', 'This needs a token. Send it as "Authorization: Bearer ...".');
  }
  if (mayActAs(actor, least)) return actor;
  const article = /^[AEIOU]/.test(actor.role) ? 'an' : 'a';
  throw new AppError('FORBIDDEN', `${actor.name} is ${article} ${actor.role}; this needs ${least}.`);
}
