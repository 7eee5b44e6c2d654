/** Input that is a program somewhere else: here it is text, or it is refused. What of it concerns tokens, files and exports is tried beside those. */
import { get } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ImportAnswer } from '../imports/import-request.js';
import { dumpGraph } from '../store/dump-graph.js';
import { hostileTexts } from '../store/hostile-texts.js';
import type { OpenStore } from '../store/use-store.js';
import { makeKey } from '../support/make-key.js';
import { checkAlive, checkRefusal } from '../support/malformed.js';
import { greet } from '../support/open-socket.js';
import { postQuery } from '../support/post-query.js';
import { shareServerOver } from '../support/running-server.js';
import { writeFacts } from '../writes/write-facts.js';

/** Such as mean something to Cypher, to GraphQL, to a shell or to a template. */
const programs = [
  ...hostileTexts.filter((text) => text.trim() !== '' && text.length < 1_000),
  "openai' OR '1'='1",
  'openai"}) DETACH DELETE (n) RETURN n //',
  '"} ) { id } } { __schema { types { name } } } #',
  '\\") { id } retract(id: \\"openai\\", reason: \\"x\\") { change { sequence } } #',
  '\u0024{process.exit(1)}',
  '$(reboot)',
  '{{constructor.constructor("return process")()}}',
];

const laughs = ['a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]']
  .concat(
    [...'bcdefghi'].map(
      (name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[at]}`).join(', ')}]`,
    ),
  )
  .join('\n');

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const objects = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Clients that mean well make a path shorter before they ask for it. */
const getExactly = (url: string, path: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    get({ hostname, port, path, agent: false }, async (response) => {
      const parts: Buffer[] = await response.toArray();
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() });
    }).once('error', reject);
  });

export function describeInjection(openStore: OpenStore): void {
  describe('what is a program somewhere else', () => {
    const server = shareServerOver(openStore, writeFacts);
    let token: string;
    let before: unknown;
    beforeAll(async () => {
      token = (await makeKey(server.store, 'EDITOR')).text;
      before = await dumpGraph(server.store);
    });

    describe('a text that is a program', () => {
      test('finds nothing but itself, wherever a text is asked by', async () => {
        const query = `query ($text: String!, $id: ID!) {
      byName: companies(filter: { name: { eq: $text } }) { totalCount }
      byPart: companies(filter: { and: [{ name: { contains: $text } }, { name: { contains: "OpenAI" } }] }) { totalCount }
      byAlias: companies(filter: { aliases: { contains: $text } }) { totalCount }
      byId: companies(filter: { id: { in: [$id] } }) { totalCount }
    }`;
        for (const text of programs) {
          const { data, errors } = await postQuery(server.url, query, { variables: { text, id: text } });
          // Nothing has a name or an id like these, and no part of one.
          const none = { totalCount: 0 };
          expect({ data, errors }, text).toEqual({
            data: { byName: none, byPart: none, byAlias: none, byId: none },
            errors: undefined,
          });
        }
        expect(await dumpGraph(server.store)).toEqual(before);
      });

      test('is no id, and is searched for by its words alone', async () => {
        for (const text of programs) {
          for (const query of [
            'query ($text: String!) { match(name: $text) { score } search(text: $text) { score } }',
            'query ($id: ID!) { company(id: $id) { id } }',
            'query ($id: ID!) { computeSupply(of: $id) { explored } }',
          ]) {
            const { status, data, errors } = await postQuery(server.url, query, {
              variables: { id: text, text },
            });
            checkRefusal(status, JSON.stringify(errors ?? data));
            if (errors !== undefined)
              expect(['VALIDATION_FAILED', 'NOT_FOUND']).toContain(errors[0]?.extensions.code);
          }
        }
        expect(await dumpGraph(server.store)).toEqual(before);
      });

      test('is kept as it is when it is written', async () => {
        const write = `mutation ($input: CompanyInput!) { upsertCompany(input: $input) {
      record { name summary } userErrors { message }
    } }`;
        const name = "Robert'); MATCH (n) DETACH DELETE n //";
        const summary = '"} ) { id } } $summary {{summary}} \u0024{summary} `summary`';
        const input = { id: 'robert', name, summary, roles: ['ENTERPRISE'], country: 'US' };
        const written = await postQuery(server.url, write, { token, variables: { input } });
        expect(written.data).toEqual({ upsertCompany: { record: { name, summary }, userErrors: [] } });
        const { data } = await postQuery(
          server.url,
          '{ companies(filter: { id: { in: ["robert", "openai"] } }) { nodes { name } } }',
        );
        expect(data).toEqual({ companies: { nodes: [{ name: 'OpenAI' }, { name }] } });
        before = await dumpGraph(server.store);
      });
    });

    describe('an import', () => {
      test.each([
        ['a bomb of anchors', 'YAML', laughs],
        ['an anchor around itself', 'YAML', 'companies: &a [*a]'],
        ['a tag that makes an object', 'YAML', 'companies: !!js/function "function () { return 1 }"'],
        [
          'a prototype in YAML',
          'YAML',
          '__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}',
        ],
        [
          'a prototype in JSON',
          'JSON',
          '{"companies": [{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}]}',
        ],
        ['a prototype in the header of CSV', 'CSV', '__proto__,constructor.prototype.polluted\ntrue,true'],
        ['lists around lists in JSON', 'JSON', '['.repeat(50_000) + ']'.repeat(50_000)],
        ['lists around lists in YAML', 'YAML', '['.repeat(50_000) + ']'.repeat(50_000)],
        [
          'a path for an id',
          'JSON',
          '{"sources": [{"id": "../../etc/passwd", "publisher": "P", "title": "T"}]}',
        ],
      ])('of %s is refused as data, and soon', async (_what, format, input) => {
        const query = `mutation ($input: String!, $format: ImportFormat!) {
      importFacts(input: $input, format: $format, section: COMPANY) { created updated userErrors { code } }
    }`;
        const began = performance.now();
        const section = format === 'CSV' ? query : query.replace(', section: COMPANY', '');
        const { status, data, errors } = await postQuery(server.url, section, {
          token,
          variables: { input, format },
        });
        expect({ status, errors }).toEqual({ status: 200, errors: undefined });
        const { userErrors, ...written } = (data as { importFacts: ImportAnswer }).importFacts;
        expect(written).toEqual({ created: 0, updated: 0 });
        expect(new Set(userErrors.map(({ code }) => code))).toEqual(new Set(['VALIDATION_FAILED']));
        expect(performance.now() - began).toBeLessThan(5_000);
        expect(Object.prototype).not.toHaveProperty('polluted');
        expect(await dumpGraph(server.store)).toEqual(before);
      });
    });

    describe('JSON nested very deep', () => {
      test.each([
        ['the body', deep(400_000)],
        ['objects of the body', objects(150_000)],
        ['the query', `{"query":${deep(100_000)}}`],
        ['the variables', `{"query":"{ __typename }","variables":{"a":${deep(100_000)}}}`],
        ['objects of the variables', `{"query":"{ __typename }","variables":${objects(100_000)}}`],
        [
          'a variable',
          `{"query":"query ($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":${deep(100_000)}}}`,
        ],
      ])('in %s is refused', async (_what, body) => {
        const response = await fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        const text = await response.text();
        checkRefusal(response.status, text);
        expect({ status: response.status, body: JSON.parse(text) }).toMatchObject({
          status: 400,
          body: { errors: [{ extensions: { code: 'VALIDATION_FAILED' } }] },
        });
      });

      test('in the extensions of a query, which nothing reads, does no harm', async () => {
        const response = await fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: `{"query":"{ __typename }","extensions":{"a":${deep(100_000)}}}`,
        });
        checkRefusal(response.status, await response.text());
        await checkAlive(server.url);
      });

      test('in a message of a WebSocket is refused', async () => {
        const socket = await greet(server.url);
        const payload = `{"query":"subscription { changes { sequence } }","variables":{"a":${deep(100_000)}}}`;
        socket.send(`{"id":"1","type":"subscribe","payload":${payload}}`);
        expect(await socket.next()).toEqual({
          type: 'error',
          id: '1',
          payload: [
            {
              message: 'The variables are nested deeper than 32 levels.',
              extensions: { code: 'VALIDATION_FAILED' },
            },
          ],
        });
        await socket.close();
      });
    });

    test.each([
      '/playground/../../package.json',
      '/playground/..%2f..%2fpackage.json',
      '/playground/%2e%2e/%2e%2e/package.json',
      '/playground/..%5c..%5cpackage.json',
      '/playground/....//....//package.json',
      '/playground//etc/passwd',
      '/playground/%00/../index.html',
      '/../package.json',
      'file:///etc/passwd',
    ])('the address %s leads to no file', async (path) => {
      const { status, text } = await getExactly(server.url, path);
      checkRefusal(status, text);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toMatch(/root:|"dependencies"/);
    });

    test('nothing was written by any of them, and no object has got a new property', async () => {
      expect(await dumpGraph(server.store)).toEqual(before);
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  });
}
