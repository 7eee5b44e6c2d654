/** What a running server writes, at its most talkative, has no secret in it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIssuer, goodClaims, issuer } from '../support/issue-tokens.js';
import { postQuery } from '../support/post-query.js';
import { runServe, type Serving } from '../support/run-command.js';

let directory: string;
let server: Serving;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ai-infra-graph-'));
  server = await runServe({
    DATA_DIR: directory,
    SEED: 'never',
    LOG_LEVEL: 'trace',
    JWT_ISSUER: issuer,
    JWT_AUDIENCE: 'ai-infra-graph',
    // Nobody answers there, so the log has to tell of a fault while it has a token at hand.
    JWT_JWKS_URL: 'http://127.0.0.1:9/jwks',
  });
}, 60_000);

afterAll(async () => {
  await server?.stop();
  await rm(directory, { recursive: true, force: true });
});

describe('a server that logs everything', { timeout: 30_000 }, () => {
  test('says where the first key is, and not what it is', async () => {
    const file = join(directory, 'editor.key');
    const key = (await readFile(file, 'utf8')).trim();
    expect(server.output()).toContain(file);
    expect(server.output()).not.toContain(key.slice(-43));
  });

  test('writes no token, valid or not, whatever becomes of the request', async () => {
    const key = (await readFile(join(directory, 'editor.key'), 'utf8')).trim();
    const wrongSecret = 'S'.repeat(43);
    const token = await (await createIssuer()).sign(goodClaims());
    const tokens = [key, `${key.slice(0, 17)}${wrongSecret}`, token, 'plain-secret-text'];
    const queries = ['{ __typename }', '{ nothing }', '{', '{ company(id: "!") { id } }'];
    for (const one of tokens) {
      for (const query of queries) await postQuery(server.url, query, { token: one });
    }
    await fetch(`${server.url}/graphql?query=%7B__typename%7D`, {
      headers: { authorization: `Bearer ${key}`, cookie: 'session=cookie-secret-text', host: 'x' },
    });

    const written = server.output();
    // It was listened to while it had something to tell.
    expect(written).toContain("The issuer's keys can't be had at the moment");
    const [, payload = '', signature = ''] = token.split('.');
    for (const secret of [
      key.slice(-43),
      wrongSecret,
      payload,
      signature,
      'plain-secret-text',
      'cookie-secret-text',
    ]) {
      expect(written).not.toContain(secret);
    }
  });
});
