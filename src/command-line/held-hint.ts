/** How to go on where another process holds the graph: the same command, through that server. */
import { HeldGraphError } from '../engines/embedded/held-graph.js';
import type { Role } from '../model/actor.js';
import { quoteWhereNeeded } from './shell-quote.js';

/** Where most servers are that say nothing of it. */
const USUAL_URL = 'http://127.0.0.1:4000';

/** Whose key a command needs; the others only read. */
const needs: Readonly<Record<string, Role>> = {
  import: 'EDITOR',
  check: 'ADMIN',
  'rebuild-flows': 'ADMIN',
  keys: 'ADMIN',
  backup: 'ADMIN',
  migrate: 'ADMIN',
};

/** Without a key, so that it is not shown; a server says itself where its backups go. */
function wordsFor([command = '', ...words]: readonly string[]): string[] {
  if (command === 'backup') return [command];
  const kept = words.filter((word, at) => !word.startsWith('--key') && words[at - 1] !== '--key');
  return [command, ...kept];
}

/** What to tell of a fault of the command that was typed. */
export function explainFault(error: unknown, typed: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const [command = ''] = typed;
  // A second server is none to work through the first.
  if (!(error instanceof HeldGraphError) || command === 'serve') return message;
  const url = error.owner?.url;
  const role = needs[command];
  const making = url === undefined ? '' : `; here, keys create --role ${role} makes one`;
  const key = role === undefined ? '' : ` (with the key of an ${role} in AI_INFRA_GRAPH_KEY${making})`;
  const through = [
    'ai-infra-graph',
    ...wordsFor(typed).map(quoteWhereNeeded),
    '--server',
    url ?? USUAL_URL,
  ].join(' ');
  return `${message}\n${url === undefined ? 'If it is a server, work' : 'Work'} through it: ${through}${key}`;
}
