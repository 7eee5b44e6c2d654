/** `ai-infra-graph keys`: makes, lists and revokes the API keys in the graph. */
import { parseArgs } from 'node:util';
import { REMEMBERED_MS } from './auth/remembered-keys.js';
import { createKey, listKeys, revokeKey } from './auth/stored-keys.js';
import { type Role, role } from './model/actor.js';
import type { GraphStore } from './store/graph-store.js';

/** Standard output for what a script goes on with, standard error for what a person is told. */
export interface Output {
  print(line: string): void;
  tell(line: string): void;
}

const USAGE =
  'Use: keys create --name NAME --role ROLE, keys list, keys revoke ID. An ID is what list shows, and stands in the key behind its first underscore.';

function checkRole(given: string | undefined): Role {
  const found = role.values.find((one) => one === given?.toUpperCase());
  if (found !== undefined) return found;
  throw new Error(`--role is one of ${role.values.join(', ')}.`);
}

async function create(
  store: GraphStore,
  options: { name?: string | undefined; role?: string | undefined },
  { print, tell }: Output,
): Promise<void> {
  const { name } = options;
  if (name === undefined) throw new Error('--name says who holds the key, such as --name newsroom.');
  const request = { name, role: checkRole(options.role), now: new Date() };
  const key = await store.write((writer) => createKey(writer, request));
  tell(`Made the ${request.role} key ${key.id} of ${name}. Keep it safe: it is shown only now.`);
  print(key.text);
}

async function list(store: GraphStore, { print, tell }: Output): Promise<void> {
  const keys = await store.read(listKeys);
  if (keys.length === 0) tell('There are no keys.');
  for (const { id, role: of, createdAt, revokedAt, name } of keys) {
    print([id, of.padEnd(6), createdAt, (revokedAt ?? 'valid').padEnd(createdAt.length), name].join('  '));
  }
}

async function revoke(store: GraphStore, id: string, { tell }: Output): Promise<void> {
  const { name } = await store.write((writer) => revokeKey(writer, id, new Date()));
  tell(
    `Revoked the key ${id} of ${name}. Servers stop to accept it within ${REMEMBERED_MS / 1_000} seconds.`,
  );
}

/** `args` are what stands behind `keys`, as it was typed. Rejects with what is missing, and how to use it. */
export async function runKeys(store: GraphStore, args: readonly string[], output: Output): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { name: { type: 'string' }, role: { type: 'string' } },
  });
  const [action, id] = positionals;
  if (action === 'create') return create(store, values, output);
  if (action === 'list') return list(store, output);
  if (action === 'revoke' && id !== undefined) return revoke(store, id, output);
  throw new Error(USAGE);
}
