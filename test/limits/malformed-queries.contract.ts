/** Everything that can be asked, with arguments that make no sense and with cursors that nobody gave out. */
import fc from 'fast-check';
import {
  buildClientSchema,
  type GraphQLField,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isEnumType,
  isObjectType,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { dumpGraph } from '../store/dump-graph.js';
import type { OpenStore } from '../store/use-store.js';
import { anyJson, checkAlive, checkRefusal, damaged, tries } from '../support/malformed.js';
import { postQuery } from '../support/post-query.js';
import { misfitsFor, nonsenseFor } from '../support/random-inputs.js';
import { shareServerOver } from '../support/running-server.js';
import { writeFacts } from '../writes/write-facts.js';

const TRIES = 15;

type Question = GraphQLField<unknown, unknown>;

const isConnection = ({ type }: Question): boolean => {
  const named = getNamedType(type);
  return isObjectType(named) && 'pageInfo' in named.getFields();
};

function queryFor(question: Question): string {
  const { name, args } = question;
  const declared = args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selection = isConnection(question) ? 'totalCount pageInfo { endCursor } nodes { id }' : '__typename';
  return `query (${declared}) { ${name}(${passed}) { ${selection} } }`;
}

export function describeMalformedQueries(openStore: OpenStore): void {
  describe('everything that can be asked', () => {
    const server = shareServerOver(openStore, writeFacts);
    let questions: readonly Question[];
    let connections: readonly Question[];

    beforeAll(async () => {
      const { data } = await postQuery(server.url, getIntrospectionQuery());
      const schema = buildClientSchema(data as IntrospectionQuery);
      questions = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
        ({ args }) => args.length > 0,
      );
      connections = questions.filter(isConnection);
    });

    /** Asks it, and gives the code of the first error. */
    async function codeOf(
      question: Question,
      variables: Record<string, unknown>,
    ): Promise<string | undefined> {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: queryFor(question), variables }),
      });
      const text = await response.text();
      checkRefusal(response.status, text);
      const { errors } = JSON.parse(text) as { errors?: readonly { extensions: { code: string } }[] };
      return errors?.[0]?.extensions.code;
    }

    test('every question and look-up bears nonsense, and refuses what is not of its types', {
      timeout: 300_000,
    }, async () => {
      const before = await dumpGraph(server.store);
      expect(questions.length * TRIES).toBeGreaterThan(500);
      for (const question of questions) {
        const given = fc.oneof(
          nonsenseFor(question).map((variables) => ({ variables, isMisfit: false })),
          misfitsFor(question).map((variables) => ({ variables, isMisfit: true })),
        );
        await fc.assert(
          fc.asyncProperty(given, async ({ variables, isMisfit }) => {
            const code = await codeOf(question, variables);
            if (isMisfit && code !== 'VALIDATION_FAILED') throw new Error(`${question.name} gave ${code}`);
          }),
          tries(TRIES),
        );
      }
      expect(await dumpGraph(server.store)).toEqual(before);
      await checkAlive(server.url);
    });

    test('no list goes by a cursor that it did not give out', { timeout: 300_000 }, async () => {
      const before = await dumpGraph(server.store);
      expect(connections.length * TRIES).toBeGreaterThan(200);
      for (const connection of connections) {
        const order = connection.args.find(({ name }) => name === 'orderBy')?.type;
        const named = order && getNamedType(order);
        const orders = isEnumType(named) ? named.getValues().map(({ name }) => name) : [];
        const asOurs = fc
          .tuple(
            fc.constantFrom(...orders, 'ID_ASC', '', '__proto__'),
            anyJson,
            fc.oneof(anyJson, fc.constantFrom('openai', 'nobody')),
          )
          .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));
        const good = Buffer.from(JSON.stringify(['ID_ASC', null, 'openai'])).toString('base64url');
        const cursor = fc.oneof(asOurs, damaged(good), fc.string({ unit: 'binary', maxLength: 80 }));
        const request = fc.record({
          cursor,
          side: fc.constantFrom('after', 'before'),
          orderBy: fc.constantFrom(undefined, ...orders),
        });
        await fc.assert(
          fc.asyncProperty(request, async ({ cursor: forged, side, orderBy }) => {
            const size = side === 'after' ? { first: 2 } : { last: 2 };
            const code = await codeOf(connection, { ...size, [side]: forged, orderBy });
            // Some of what is made up says the place of a record, as a cursor does.
            if (code !== undefined && code !== 'VALIDATION_FAILED') throw new Error(`it gave ${code}`);
          }),
          tries(TRIES),
        );
      }
      expect(await dumpGraph(server.store)).toEqual(before);
      await checkAlive(server.url);
    });
  });
}
