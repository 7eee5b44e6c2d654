/** `ai-infra-graph keys`: makes, lists and revokes the API keys in the graph. */
import type { NewKey } from '../auth/api-key.js';
import { checkKeyName } from '../auth/key-name.js';
import { REMEMBERED_MS } from '../auth/remembered-keys.js';
import type { KeyRequest } from '../auth/stored-keys.js';
import { HeldGraphError } from '../engines/embedded/held-graph.js';
import { AppError } from '../errors.js';
import { type Role, role } from '../model/actor.js';
import { mutate, withClient } from './administer.js';
import type { Connect, Target } from './connect.js';
import type { GraphClient } from './graph-client.js';
import { handOverKey } from './hand-over-key.js';
import type { Output } from './output.js';
import { parseWords, targetOptions } from './parse-words.js';
import { UsageError } from './usage-error.js';

const USAGE =
  'Use: keys create --name NAME --role ROLE, keys list, keys revoke ID. An ID is what list shows, and stands in the key behind its first underscore.';

const createKey = `mutation ($name: String!, $role: Role!) {
  createApiKey(name: $name, role: $role) { apiKey { id name } secret userErrors { message } }
}`;
const listKeys = '{ apiKeys { id name role createdAt revokedAt } }';
const revokeKey = `mutation ($id: ID!, $allowLast: Boolean) {
  revokeApiKey(id: $id, allowLast: $allowLast) { apiKey { name } userErrors { message } }
}`;

interface Key {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

interface Options extends Target {
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly 'allow-last'?: boolean | undefined;
}

type Open = () => Promise<GraphClient>;
type Act = (open: Open, output: Output) => Promise<void>;

function checkRole(given: string | undefined): Role {
  const found = role.values.find((one) => one === given?.toUpperCase());
  if (found !== undefined) return found;
  throw new UsageError(`--role is one of ${role.values.join(', ')}.`);
}

function checkName(given: string | undefined): string {
  if (given === undefined) throw new UsageError('--name says who holds the key, such as --name newsroom.');
  try {
    return checkKeyName(given);
  } catch (error) {
    throw error instanceof AppError ? new UsageError(error.message) : error;
  }
}

type Request = Pick<KeyRequest, 'name' | 'role'>;

async function make(open: Open, request: Request): Promise<Pick<NewKey, 'id' | 'text'>> {
  try {
    const { apiKey, secret } = await withClient(await open(), (client) =>
      mutate<{ apiKey: Key; secret: string }>(client, 'createApiKey', createKey, { ...request }),
    );
    return { id: apiKey.id, text: secret };
  } catch (error) {
    // The server would want the key of an ADMIN, and this may be the first.
    if (error instanceof HeldGraphError) return handOverKey(error, request);
    throw error;
  }
}

function create(options: Options): Act {
  const request = { name: checkName(options.name), role: checkRole(options.role) };
  return async (open, { print, tell }) => {
    const { id, text } = await make(open, request);
    tell(`Made the ${request.role} key ${id} of ${request.name}. Keep it safe: it is shown only now.`);
    print(text);
  };
}

const list = async (client: GraphClient, { print, tell }: Output): Promise<void> => {
  const { data } = await client.request(listKeys, {});
  const keys = data.apiKeys as readonly Key[];
  if (keys.length === 0) tell('There are no keys.');
  for (const { id, role: of, createdAt, revokedAt, name } of keys) {
    print([id, of.padEnd(6), createdAt, (revokedAt ?? 'valid').padEnd(createdAt.length), name].join('  '));
  }
};

const revoke =
  (id: string, options: Options) =>
  async (client: GraphClient, { tell }: Output): Promise<void> => {
    const { apiKey } = await mutate<{ apiKey: Key }>(client, 'revokeApiKey', revokeKey, {
      id,
      allowLast: options['allow-last'] === true,
    });
    const seconds = REMEMBERED_MS / 1_000;
    tell(`Revoked the key ${id} of ${apiKey.name}. Servers stop to accept it within ${seconds} seconds.`);
  };

const inGraph =
  (work: (client: GraphClient, output: Output) => Promise<void>): Act =>
  async (open, output) =>
    withClient(await open(), (client) => work(client, output));

function toAct([action, id, extra]: readonly string[], options: Options): Act {
  if (extra !== undefined) throw new UsageError(USAGE);
  if (action === 'create' && id === undefined) return create(options);
  if (action === 'list' && id === undefined) return inGraph(list);
  if (action === 'revoke' && id !== undefined) return inGraph(revoke(id, options));
  throw new UsageError(USAGE);
}

/** `args` are what stands behind `keys`. Rejects with a UsageError that says what is missing, before any graph is opened. */
export async function keys(args: readonly string[], output: Output, connect: Connect): Promise<void> {
  const { positionals, values } = parseWords(args, {
    name: { type: 'string' },
    role: { type: 'string' },
    'allow-last': { type: 'boolean' },
    ...targetOptions,
  });
  const act = toAct(positionals, values);
  await act(() => connect(values), output);
}
