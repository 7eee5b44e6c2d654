/**
 * Every mutation that the server says it has, with input that is wrong or makes no sense: what is refused leaves no trace,
 * and what is not is written whole. A new kind of record is tried as soon as it is there.
 */
import fc from 'fast-check';
import {
  buildClientSchema,
  type GraphQLField,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isLeafType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import { readLedger } from '../../src/records/ledger.js';
import { dumpGraph } from '../store/dump-graph.js';
import { importText } from '../support/import-text.js';
import { makeKey } from '../support/make-key.js';
import { checkAlive, checkRefusal, tries } from '../support/malformed.js';
import { postQuery } from '../support/post-query.js';
import { misfitsFor, nonsenseFor } from '../support/random-inputs.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';
import { writeFacts } from '../writes/write-facts.js';

const MISFITS = 40;
const NONSENSE = 25;

type Mutation = GraphQLField<unknown, unknown>;

let server: RunningServer;
let token: string;
let mutations: readonly Mutation[];

beforeAll(async () => {
  server = await serveStore(await openMemoryStore(), { RATE_LIMIT_WITH_TOKEN: '0' });
  await importText(server.store, writeFacts);
  // Nothing is refused for want of a role.
  token = (await makeKey(server.store, 'ADMIN')).text;
  const { data } = await postQuery(server.url, getIntrospectionQuery());
  const schema = buildClientSchema(data as IntrospectionQuery);
  mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
    ({ args }) => args.length > 0,
  );
});
afterAll(() => server?.stop());

/** Asks for all that a payload says in one word, and for its change and its errors. */
function write({ name, args, type }: Mutation): string {
  const payload = getNamedType(type);
  const answers = Object.values(isObjectType(payload) ? payload.getFields() : {}).flatMap((field) => {
    if (field.name === 'change') return 'change { sequence }';
    if (field.name === 'userErrors') return 'userErrors { code message path }';
    return isLeafType(getNamedType(field.type)) ? field.name : [];
  });
  const declared = args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return `mutation (${declared}) { ${name}(${passed}) { ${answers.join(' ')} } }`;
}

interface Payload {
  readonly userErrors?: readonly unknown[];
}

/** Sends it, and tells whether it was refused. */
async function isRefused(mutation: Mutation, variables: Record<string, unknown>): Promise<boolean> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: write(mutation), variables }),
  });
  const text = await response.text();
  checkRefusal(response.status, text);
  const { data, errors } = JSON.parse(text) as { data?: Record<string, Payload> | null; errors?: unknown[] };
  const payload = data?.[mutation.name];
  if (payload === undefined || payload === null) expect(errors?.length).toBeGreaterThan(0);
  return errors !== undefined || (payload?.userErrors?.length ?? 0) > 0;
}

const sequence = async (): Promise<number> => (await server.store.read(readLedger)).sequence;

test('there is a mutation for each kind of record, and for what is done to all of them', () => {
  expect(mutations.length).toBeGreaterThan(18);
  expect(mutations.length * (MISFITS + NONSENSE)).toBeGreaterThan(1_200);
});

test('every mutation refuses what is not of its types, and the graph stays as it was', {
  timeout: 300_000,
}, async () => {
  const before = await dumpGraph(server.store);
  for (const mutation of mutations) {
    await fc.assert(
      fc.asyncProperty(misfitsFor(mutation), async (variables) => {
        if (!(await isRefused(mutation, variables))) throw new Error(`${mutation.name} was not refused`);
      }),
      tries(MISFITS),
    );
    expect(await dumpGraph(server.store), mutation.name).toEqual(before);
  }
  await checkAlive(server.url);
});

test('every mutation takes nonsense whole or not at all', { timeout: 300_000 }, async () => {
  let refusals = 0;
  for (const mutation of mutations) {
    await fc.assert(
      fc.asyncProperty(nonsenseFor(mutation), async (variables) => {
        const before = await sequence();
        const refused = await isRefused(mutation, variables);
        if (!refused) return;
        refusals += 1;
        if ((await sequence()) !== before) throw new Error(`${mutation.name} wrote what it refused`);
      }),
      tries(NONSENSE),
    );
    expect(await server.store.read(checkConsistency), mutation.name).toEqual([]);
    const changes = (await dumpGraph(server.store)) as { log: readonly { sequence: number }[] };
    const numbers = changes.log.slice(0, -1).map((change) => change.sequence);
    expect(numbers).toEqual(Array.from({ length: await sequence() }, (_, index) => index + 1));
  }
  expect(refusals).toBeGreaterThan((mutations.length * NONSENSE) / 2);
  expect(Object.keys(Object.prototype)).toEqual([]);
  await checkAlive(server.url);
});
