// A server instead of the graph of this machine: its address, its key and what may go wrong.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRemoteClient } from '../../src/command-line/remote-client.js';
import { makeKey } from '../support/make-key.js';
import { type RunningServer, startServer } from '../support/start-server.js';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ SEED: 'never', REQUIRE_AUTH: 'true' });
}, 60_000);
afterAll(() => server.stop());

const query = '{ companies { totalCount } }';

test('a key opens a server that asks for one, with or without /graphql in its address', async () => {
  const { text } = await makeKey(server.store, 'READER');
  for (const address of [server.url, `${server.url}/`, `${server.url}/graphql`]) {
    const answer = await createRemoteClient(address, text).request(query, {});
    expect(answer).toEqual({ data: { companies: { totalCount: 0 } }, cutShort: [] });
  }
});

test('without a key such a server says what it needs', async () => {
  await expect(createRemoteClient(server.url, undefined).request(query, {})).rejects.toThrow(/token/);
});

test('what is wrong with a query is told as the server tells it', async () => {
  const { text } = await makeKey(server.store, 'READER');
  await expect(createRemoteClient(server.url, text).request('{ companys { id } }', {})).rejects.toThrow(
    /Cannot query field "companys"/,
  );
});

test.each(['graph.example', 'ftp://graph.example', ''])('"%s" is no address of a server', (address) => {
  expect(() => createRemoteClient(address, undefined)).toThrow(/^--server is the address of a server/);
});

test('a server that is not there, or no graph, is told by its address', async () => {
  const page: Server = createServer((_request, response) => response.writeHead(404).end('<h1>Nothing</h1>'));
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
  await expect(createRemoteClient(url, undefined).request(query, {})).rejects.toThrow(
    `${url}/graphql answered 404, and not as a graph does`,
  );
  await new Promise((resolve) => page.close(resolve));
  await expect(createRemoteClient(url, undefined).request(query, {})).rejects.toThrow(
    `${url}/graphql can't be reached: ECONNREFUSED.`,
  );
});
