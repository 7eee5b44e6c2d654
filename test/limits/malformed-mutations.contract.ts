/**
 * Every mutation that the server says it has, with input that is wrong or makes no sense: what is refused leaves no trace,
 * and what is not is written whole. A new kind of record is tried as soon as it is there.
 */
import { isDeepStrictEqual } from 'node:util';
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
import { beforeAll, describe, expect, test } from 'vitest';
import { checkConsistency } from '../../src/records/check-consistency.js';
import { dumpGraph, readLog } from '../store/dump-graph.js';
import type { OpenStore } from '../store/use-store.js';
import { makeKey } from '../support/make-key.js';
import { checkAlive, checkRefusal, tries } from '../support/malformed.js';
import { postQuery } from '../support/post-query.js';
import { misfitsFor, nonsenseFor } from '../support/random-inputs.js';
import { readWritten, type Written } from '../support/read-written.js';
import { shareServerOver } from '../support/running-server.js';
import { writeFacts } from '../writes/write-facts.js';

const MISFITS = 40;
const NONSENSE = 25;

type Mutation = GraphQLField<unknown, unknown>;

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

export function describeMalformedMutations(openStore: OpenStore): void {
  describe('every mutation', () => {
    const server = shareServerOver(openStore, writeFacts);
    let token: string;
    let mutations: readonly Mutation[];
    /** As it was found after the last request. */
    let written: Written;

    beforeAll(async () => {
      // Nothing is refused for want of a role.
      token = (await makeKey(server.store, 'ADMIN')).text;
      const { data } = await postQuery(server.url, getIntrospectionQuery());
      const schema = buildClientSchema(data as IntrospectionQuery);
      mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
        ({ args }) => args.length > 0,
      );
      written = await readWritten(server.store);
    });

    /** Sends it, and tells whether it was refused; throws when it was, and left something all the same. */
    async function isRefused(mutation: Mutation, variables: Record<string, unknown>): Promise<boolean> {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: write(mutation), variables }),
      });
      const text = await response.text();
      checkRefusal(response.status, text);
      const { data, errors } = JSON.parse(text) as {
        data?: Record<string, Payload> | null;
        errors?: unknown[];
      };
      const payload = data?.[mutation.name];
      if (payload === undefined || payload === null) expect(errors?.length).toBeGreaterThan(0);
      const refused = errors !== undefined || (payload?.userErrors?.length ?? 0) > 0;
      const now = await readWritten(server.store);
      if (refused && !isDeepStrictEqual(now, written))
        throw new Error(`${mutation.name} wrote what it refused`);
      written = now;
      return refused;
    }

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
            if (await isRefused(mutation, variables)) refusals += 1;
          }),
          tries(NONSENSE),
        );
        expect(await server.store.read(checkConsistency), mutation.name).toEqual([]);
        const numbers = (await readLog(server.store)).slice(0, -1).map((change) => change.sequence);
        expect(numbers).toEqual(Array.from({ length: written.sequence }, (_, index) => index + 1));
      }
      expect(refusals).toBeGreaterThan((mutations.length * NONSENSE) / 2);
      expect(Object.keys(Object.prototype)).toEqual([]);
      await checkAlive(server.url);
    });
  });
}
