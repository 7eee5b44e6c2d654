// A client may wish to go on in another protocol; a server that does not speak it answers as if it had not been asked.
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

let server: RunningServer;
beforeAll(async () => {
  server = await serveStore(await openMemoryStore());
});
afterAll(() => server.stop());

const body = '{"query":"{ __typename }"}';
const post = (...headers: string[]): string =>
  [
    'POST /graphql HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `content-length: ${body.length}`,
    ...headers,
    '',
    '',
  ].join('\r\n');

/** Sends one piece after the other, each when something has come back for the one before, and gives all that came. */
function converse(pieces: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(pieces[0] ?? ''));
    const rest = pieces.slice(1);
    let received = '';
    socket
      .setEncoding('utf8')
      .setTimeout(10_000, () => socket.destroy(new Error(`no more than ${received}`)));
    socket.on('data', (text: string) => {
      received += text;
      if (received.split('"__typename"').length - 1 < pieces.length - rest.length) return;
      const next = rest.shift();
      if (next === undefined) socket.end(() => resolve(received));
      else socket.write(next);
    });
    socket.once('error', reject);
    socket.once('end', () => resolve(received));
  });
}

const wish = ['connection: Upgrade, HTTP2-Settings', 'upgrade: h2c', 'http2-settings: AAMAAABkAAQAAP__'];
const answer = 'HTTP/1.1 200 OK';

it('a query that comes with the wish for HTTP/2, as Java sends it, is answered, and the next one on the same connection', async () => {
  const received = await converse([`${post(...wish)}${body}`, `${post()}${body}`]);
  expect(received.split(answer)).toHaveLength(3);
  expect(received.match(/\{"data":\{"__typename":"Query"\}\}/g)).toHaveLength(2);
});

it('a body that comes after the wish is waited for', async () => {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.setEncoding('utf8');
  const received = new Promise<string>((resolve) => socket.once('data', (text: string) => resolve(text)));
  socket.write(post(...wish, 'expect: 100-continue'));
  expect(await received).toMatch(/^HTTP\/1\.1 100 /);
  const answered = new Promise<string>((resolve) => socket.once('data', (text: string) => resolve(text)));
  socket.write(body);
  expect(await answered).toContain(answer);
  socket.destroy();
});

it.each(['/graphql', '/health/live', '/nothing'])(
  'a wish for what nobody speaks does no harm at %s',
  async (path) => {
    const { hostname, port } = new URL(server.url);
    const response = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      socket.setEncoding('utf8').once('data', (text: string) => {
        socket.destroy();
        resolve(text);
      });
      socket.once('error', reject);
      socket.write(
        `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: gopher\r\n\r\n`,
      );
    });
    expect(response).toMatch(/^HTTP\/1\.1 [24]\d\d /);
  },
);
