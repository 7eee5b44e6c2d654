/** Only editors and administrators write; who may not is told so, and nothing is written. */
import { type GraphQLInputType, getNamedType, isEnumType, isInputObjectType, isNonNullType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { createSchema } from '../../src/graphql/schema.js';
import { importText } from '../support/import-text.js';
import { postQuery } from '../support/post-query.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';
import { type Editor, makeEditor } from './use-editor.js';
import { newContract, WRITE_FACTS, writeFacts } from './write-facts.js';
import { newestSequence, upsert } from './write-requests.js';

function valueOfType(type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return '{ id: "press" }';
  return isEnumType(named) ? (named.getValues()[0]?.name ?? '') : '"press"';
}

/** Every write that the schema has, with just the arguments that it must have, and the role that it says it needs. */
const mutations = Object.values(createSchema().getMutationType()?.getFields() ?? {}).map(
  ({ name, args, description }): readonly [string, string, string] => {
    const given = args
      .filter(({ type }) => isNonNullType(type))
      .map((argument) => `${argument.name}: ${valueOfType(argument.type)}`);
    const call = given.length === 0 ? name : `${name}(${given.join(', ')})`;
    const [, role = 'no role'] = /Needs the role (\w+)\./.exec(description ?? '') ?? [];
    return [name, `mutation { ${call} { __typename } }`, role];
  },
);

let server: RunningServer;
let reader: Editor;
let editor: Editor;
let administrator: Editor;

beforeAll(async () => {
  server = await serveStore(await openMemoryStore(), { RATE_LIMIT_WITH_TOKEN: '0' });
  await importText(server.store, writeFacts);
  reader = await makeEditor(server, 'READER', 'eve');
  editor = await makeEditor(server, 'EDITOR');
  administrator = await makeEditor(server, 'ADMIN', 'grace');
});
afterAll(() => server?.stop());

const faultOf = async (query: string, token?: string): Promise<unknown> => {
  const { data, errors } = await postQuery(server.url, query, { token });
  expect(data ?? null).toBeNull();
  expect(await newestSequence(editor)).toBe(WRITE_FACTS);
  return errors?.map(({ message, extensions }) => [extensions.code, message]);
};

describe.each(mutations)('%s', (_name, query, role) => {
  test('needs a token', async () => {
    expect(await faultOf(query)).toEqual([
      ['UNAUTHENTICATED', 'This needs a token. Send it as "Authorization: Bearer ...".'],
    ]);
  });

  test('is not for readers', async () => {
    expect(await faultOf(query, reader.token)).toEqual([
      ['FORBIDDEN', `${reader.name} is a READER; this needs ${role}.`],
    ]);
  });
});

test('editors and administrators write', async () => {
  expect((await upsert(editor, 'CloudContract', newContract)).change?.actor).toBe(editor.name);
  const other = { ...newContract, id: 'another' };
  expect((await upsert(administrator, 'CloudContract', other)).change?.actor).toBe(administrator.name);
});
