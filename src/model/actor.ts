/** Who asks: a person or a program, and what it may do. */
import { type ValueOf, vocabulary } from './vocabulary.js';

export const role = vocabulary('Role', 'What somebody may do; each may do all that those before it may.', {
  READER: 'Reads.',
  EDITOR: 'Reads and writes records.',
  ADMIN: 'Reads, writes and administers: keys, checks, backups.',
});
export type Role = ValueOf<typeof role>;

export interface Actor {
  /** As every change that it makes names it. */
  readonly name: string;
  readonly role: Role;
}

export const mayActAs = (actor: Actor, least: Role): boolean =>
  role.values.indexOf(actor.role) >= role.values.indexOf(least);
