/** Headers and first lines that no HTTP client sends: the request is refused, or the header does not matter. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenStore } from '../store/use-store.js';
import { checkAlive, checkRefusal, rememberGraph, tries } from '../support/malformed.js';
import { sendRaw } from '../support/raw-request.js';
import { shareServerOver } from '../support/running-server.js';
import { writeFacts } from '../writes/write-facts.js';

export function describeMalformedHeaders(openStore: OpenStore): void {
  describe('headers and first lines that no client sends', () => {
    const server = shareServerOver(openStore, writeFacts);

    test('nothing comes of malformed headers', { timeout: 120_000 }, async () => {
      const names = [
        'host',
        'accept',
        'content-type',
        'content-length',
        'content-encoding',
        'transfer-encoding',
        'authorization',
        'origin',
        'cookie',
        'expect',
        'upgrade',
        'connection',
        'x-forwarded-for',
        'x-forwarded-host',
        'forwarded',
        'range',
        'if-none-match',
        'accept-encoding',
        'apollo-require-preflight',
        'te',
        '__proto__',
        'x-http-method-override',
      ];
      const value = fc.oneof(
        fc.string({ maxLength: 30 }),
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom(
          '',
          '*/*',
          'text/html',
          'application/json; charset=utf-16',
          'application/json; charset=',
          'application/json;;;',
          '-1',
          '99999999999999999999',
          '0x10',
          'chunked',
          'gzip',
          '[',
          'a b',
          '[::1',
          'localhost:99999',
          '..',
          'null',
          ',,,',
          'bytes=0-',
          'websocket',
          '100-continue',
          'multipart/mixed; deferSpec=20220824',
          'x'.repeat(20_000),
        ),
      );
      const lines = fc.constantFrom(
        'POST /graphql HTTP/1.1',
        'POST /graphql HTTP/1.1',
        'POST /graphql HTTP/1.1',
        'GET /graphql?query={__typename} HTTP/1.1',
        'GET /graphql HTTP/1.0',
        'PUT /graphql HTTP/1.1',
        'OPTIONS /graphql HTTP/1.1',
        'OPTIONS * HTTP/1.1',
        'GET // HTTP/1.1',
        'GET http://[/ HTTP/1.1',
        'GET /playground/..%2f..%2fpackage.json HTTP/1.1',
        'GET /playground/%00 HTTP/1.1',
        'GET /health/ready?%00 HTTP/1.1',
        'TRACE / HTTP/1.1',
        'CONNECT x:1 HTTP/1.1',
        'POST /graphql HTTP/9.9',
        'nonsense',
      );
      const body = '{"query":"{ __typename }"}';
      const good = {
        host: 'localhost',
        'content-type': 'application/json',
        'content-length': String(body.length),
      };
      let answered = 0;
      const checkUnchanged = await rememberGraph(server.store);
      await fc.assert(
        fc.asyncProperty(lines, fc.constantFrom(...names), value, async (line, name, faulty) => {
          const headers = Object.entries({ ...good, connection: 'close' }).filter(
            ([known]) => known !== name,
          );
          const head = [line, ...[...headers, [name, faulty]].map((pair) => pair.join(': '))].join('\r\n');
          const { status, text } = await sendRaw(server.url, `${head}\r\n\r\n${body}`);
          if (text.includes('"__typename"')) answered += 1;
          checkRefusal(status, text);
        }),
        tries(300),
      );
      // Many of them do not matter, so the others were refused for what is wrong with them.
      expect(answered).toBeGreaterThan(30);
      await checkAlive(server.url);
      await checkUnchanged();
    });
  });
}
