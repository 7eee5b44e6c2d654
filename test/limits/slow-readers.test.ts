/** Clients that ask for much and read nothing: they are parted with, and do not keep a server from ending. */
import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeAfterAnswers } from '../../src/http/last-answers.js';
import { endSlowReaders } from '../../src/http/slow-readers.js';

/** More than the buffers of a socket hold. */
const muchText = 'x'.repeat(32 * 1024 * 1024);

let server: FastifyInstance;
let silent: Socket | undefined;
let answers = { begun: 0, ended: 0 };

beforeEach(() => {
  answers = { begun: 0, ended: 0 };
  server = fastify({ forceCloseConnections: 'idle' });
  server.get('/little', async () => 'little');
  server.get('/much', async (_request, reply) => {
    answers.begun += 1;
    reply.raw.once('close', () => {
      answers.ended += 1;
    });
    return muchText;
  });
});

afterEach(async () => {
  silent?.destroy();
  await server.close();
});

/** Resolves once an answer was begun that nobody reads. */
async function askAndNotRead(): Promise<{ address: string; client: Socket }> {
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  silent = socket;
  socket.pause();
  // What the server does to this connection is what the test is about.
  socket.on('error', () => undefined);
  socket.write('GET /much HTTP/1.1\r\nhost: x\r\n\r\n');
  await expect.poll(() => answers.begun).toBe(1);
  return { address, client: socket };
}

test('an answer that is not read within its time is given up', { timeout: 30_000 }, async () => {
  endSlowReaders(server, 200);
  const { address } = await askAndNotRead();
  await expect.poll(() => answers.ended).toBe(1);
  expect(await (await fetch(`${address}/little`)).text()).toBe('little');
});

test('a server that ends sends whole what it had begun to send', { timeout: 30_000 }, async () => {
  closeAfterAnswers(server);
  const { client } = await askAndNotRead();
  const closed = server.close();
  let received = 0;
  client.on('data', (chunk: Buffer) => {
    received += chunk.length;
  });
  const ended = once(client, 'close');
  client.resume();
  await Promise.all([closed, ended]);
  expect(received).toBeGreaterThan(muchText.length);
});

test('a server ends within its time of grace although an answer is not read', {
  timeout: 60_000,
}, async () => {
  closeAfterAnswers(server);
  await askAndNotRead();
  const started = performance.now();
  await server.close();
  const seconds = (performance.now() - started) / 1000;
  expect(seconds).toBeGreaterThan(7);
  expect(seconds).toBeLessThan(30);
});
