/** Hundreds of requests that nobody has reason to send: each is refused or answered, none of them breaks anything. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { OpenStore } from '../store/use-store.js';
import { importText } from '../support/import-text.js';
import { createIssuer, goodClaims, issuer, writeKeySet } from '../support/issue-tokens.js';
import {
  anyJson,
  checkAlive,
  checkRefusal,
  damaged,
  rememberGraph,
  tries,
  wordSoup,
} from '../support/malformed.js';
import { greet, openSocket } from '../support/open-socket.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';
import { writeFacts } from '../writes/write-facts.js';

const json = { 'content-type': 'application/json' };
const goodBody = JSON.stringify({
  query: 'query Q($id: ID!, $first: Int) { company(id: $id) { deals(first: $first) { nodes { id } } } }',
  variables: { id: 'openai', first: 2 },
  operationName: 'Q',
  extensions: { persistedQuery: { version: 2, sha256Hash: 'x' } },
});

export function describeMalformedRequests(openStore: OpenStore): void {
  describe('nothing comes of malformed', { timeout: 120_000 }, () => {
    let server: RunningServer;
    let keys: Awaited<ReturnType<typeof writeKeySet>>;
    let goodToken: string;
    let checkUnchanged: () => Promise<void>;

    beforeAll(async () => {
      const trusted = await createIssuer();
      keys = await writeKeySet(trusted.keySet);
      goodToken = await trusted.sign(goodClaims());
      server = await serveStore(await openStore(), {
        RATE_LIMIT_WITH_TOKEN: '0',
        JWT_ISSUER: issuer,
        JWT_AUDIENCE: 'ai-infra-graph',
        JWT_JWKS_FILE: keys.file,
      });
      await importText(server.store, writeFacts);
      checkUnchanged = await rememberGraph(server.store);
    }, 60_000);

    afterAll(async () => {
      await server?.stop();
      await keys?.remove();
    });

    async function check(path: string, init: RequestInit): Promise<void> {
      const response = await fetch(`${server.url}${path}`, init);
      checkRefusal(response.status, await response.text());
    }

    test('bodies', async () => {
      const bodies = fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.string({ unit: 'binary', maxLength: 200 }),
        anyJson.map((value) => JSON.stringify(value)),
        damaged(goodBody),
      );
      await fc.assert(
        fc.asyncProperty(fc.constantFrom('/graphql', '/graphql/stream'), bodies, (path, body) =>
          check(path, { method: 'POST', headers: json, body }),
        ),
        tries(300),
      );
      await checkAlive(server.url);
      await checkUnchanged();
    });

    test('members of a body', async () => {
      const member = fc.option(anyJson, { nil: undefined });
      const anyPersistedQuery = fc.record({
        version: fc.oneof(fc.constant(1), anyJson),
        sha256Hash: fc.oneof(fc.string(), anyJson),
      });
      const bodies = fc.record({
        query: fc.oneof(wordSoup, damaged('{ company(id: "openai") { id } }'), member),
        variables: member,
        operationName: member,
        extensions: fc.oneof(member, fc.record({ persistedQuery: fc.oneof(member, anyPersistedQuery) })),
      });
      await fc.assert(
        fc.asyncProperty(bodies, (body) =>
          check('/graphql', { method: 'POST', headers: json, body: JSON.stringify(body) }),
        ),
        tries(200),
      );
      await checkAlive(server.url);
      await checkUnchanged();
    });

    test('addresses', async () => {
      const parameter = fc.oneof(wordSoup, fc.string({ maxLength: 40 }), fc.json());
      const searches = fc.oneof(
        fc
          .array(fc.tuple(fc.constantFrom('query', 'variables', 'operationName', 'extensions'), parameter))
          .map((pairs) => pairs.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join('&')),
        fc.webQueryParameters(),
        fc.constantFrom(
          '%',
          '%E0%A4%A',
          'query=%00',
          'query=%F0%9F',
          '&&&=&',
          'query',
          `query=${'x'.repeat(8000)}`,
        ),
      );
      const headers = { 'apollo-require-preflight': 'x' };
      await fc.assert(
        fc.asyncProperty(searches, (search) => check(`/graphql?${search}`, { headers })),
        tries(100),
      );
      await checkAlive(server.url);
      await checkUnchanged();
    });

    test('tokens', async () => {
      const part = fc.oneof(
        fc.json().map((text) => Buffer.from(text).toString('base64url')),
        fc.base64String(),
        fc.constantFrom(
          '',
          'e30',
          'eyJhbGciOiJub25lIn0',
          'eyJhbGciOiJIUzI1NiJ9',
          'eyJhbGciOiJSUzI1NiIsImNyaXQiOlsieCJdfQ',
        ),
      );
      const tokens = fc.oneof(
        damaged(goodToken),
        fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('.')),
        fc.tuple(part, part).map(([head, tail]) => `aig_${head}_${tail}`),
        damaged('aig_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'),
      );
      await fc.assert(
        fc.asyncProperty(
          tokens,
          fc.constantFrom('Bearer ', 'bearer ', '', 'Basic '),
          async (token, scheme) => {
            const authorization = `${scheme}${token}`.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?').trim();
            const response = await fetch(`${server.url}/graphql`, {
              method: 'POST',
              headers: { ...json, authorization },
              body: '{"query":"{ __typename }"}',
            });
            checkRefusal(response.status, await response.text());
            // A damaged token that is the good one again is none of these.
            if (response.status !== 401 && !authorization.endsWith(` ${goodToken}`)) {
              throw new Error(`${response.status} for ${authorization}`);
            }
          },
        ),
        tries(200),
      );
      await checkAlive(server.url);
      await checkUnchanged();
    });

    test('messages of a WebSocket', async () => {
      const good =
        '{"id":"1","type":"subscribe","payload":{"query":"subscription { changes { sequence } }"}}';
      const part = fc.oneof(
        anyJson,
        fc.constantFrom('1', '__proto__', 'subscribe', 'connection_init', 'ping'),
      );
      const texts = fc.oneof(
        damaged(good),
        anyJson.map((value) => JSON.stringify(value)),
        fc.record({ id: part, type: part, payload: part }).map((message) => JSON.stringify(message)),
        wordSoup.map((query) => JSON.stringify({ id: '1', type: 'subscribe', payload: { query } })),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.boolean(),
          fc.array(texts, { minLength: 1, maxLength: 4 }),
          async (isGreeted, sent) => {
            const socket = await (isGreeted ? greet : openSocket)(server.url);
            for (const text of sent) socket.send(text);
            const { code, said } = await socket.close();
            // 1005: it was we who left, without a word; 1011: a fault of the server.
            if (code === 1011) throw new Error(`a fault for ${sent.join(' ')}`);
            checkRefusal(200, said);
          },
        ),
        tries(150),
      );
      await checkAlive(server.url);
      await checkUnchanged();
    });
  });
}
