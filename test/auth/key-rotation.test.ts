/** The issuer's keys are fetched from its address, and what happens when they change or can't be had. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createIssuer, goodClaims, issuer } from '../support/issue-tokens.js';
import { postQuery, refusalOf } from '../support/post-query.js';
import { type RunningServer, startServer } from '../support/start-server.js';

const anyRead = '{ __typename }';
const readAnswer = { __typename: 'Query' };

const opened: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

const closeOf = (server: Server) => () => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
};

/** Publishes what `keySet` gives at each request. */
async function publish(keySet: () => string): Promise<string> {
  const publisher = createServer((_request, response) => response.end(keySet()));
  await new Promise<void>((resolve) => publisher.listen(0, '127.0.0.1', resolve));
  opened.push(closeOf(publisher));
  return `http://127.0.0.1:${(publisher.address() as AddressInfo).port}/jwks`;
}

async function startTrusting(url: string): Promise<RunningServer> {
  const server = await startServer({
    JWT_ISSUER: issuer,
    JWT_AUDIENCE: 'ai-infra-graph',
    JWT_JWKS_URL: url,
    SEED: 'never',
  });
  opened.push(() => server.stop());
  return server;
}

describe("the issuer's keys", { timeout: 30_000 }, () => {
  test('are fetched when the first token comes, and then kept', async () => {
    const trusted = await createIssuer();
    let fetched = 0;
    const url = await publish(() => {
      fetched += 1;
      return trusted.keySet;
    });
    const server = await startTrusting(url);
    expect(fetched).toBe(0);
    for (const algorithm of ['RS256', 'ES256', 'RS256']) {
      const token = await trusted.sign(goodClaims(), algorithm);
      expect((await postQuery(server.url, anyRead, { token })).data).toEqual(readAnswer);
    }
    expect(fetched).toBe(1);
  });

  test.each([
    ['nobody answers', undefined],
    ['what is there is no JSON', 'not here'],
    ['what is there is no key set', '{"keys": 5}'],
  ])('are missed, and the reply says so, when %s', async (_name, content) => {
    const trusted = await createIssuer();
    const url = content === undefined ? 'http://127.0.0.1:9/jwks' : await publish(() => content);
    const server = await startTrusting(url);
    const reply = await postQuery(server.url, anyRead, { token: await trusted.sign(goodClaims()) });
    expect(refusalOf(reply)).toEqual({
      status: 503,
      code: 'UNAVAILABLE',
      message: "The issuer's keys can't be had at the moment; try again.",
    });
    // Whoever shows no token is not concerned.
    expect((await postQuery(server.url, anyRead)).data).toEqual(readAnswer);
  });

  test('stop the start when their file can not be read', async () => {
    await expect(
      startServer({
        JWT_ISSUER: issuer,
        JWT_AUDIENCE: 'us',
        JWT_JWKS_FILE: '/nowhere/jwks.json',
        SEED: 'never',
      }),
    ).rejects.toThrow("JWT_JWKS_FILE: /nowhere/jwks.json can't be read as a JSON Web Key Set");
  });
});
