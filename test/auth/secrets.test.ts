/** What a running server writes, at its most talkative, has no secret in it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIssuer, goodClaims, issuer } from '../support/issue-tokens.js';
import { postQuery } from '../support/post-query.js';
import { type RunningCli, startCli } from '../support/run-cli.js';

const TIMEOUT_MS = 60_000;
const wrongSecret = 'S'.repeat(43);

let directory: string;
let cli: RunningCli;

const addressIn = (output: string): string | undefined =>
  /Playground: +(http:\S+)\/graphql/.exec(output)?.[1];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ai-infra-graph-'));
  cli = startCli(['serve'], {
    DATA_DIR: directory,
    PORT: '0',
    LOG_LEVEL: 'trace',
    JWT_ISSUER: issuer,
    JWT_AUDIENCE: 'ai-infra-graph',
    // Nobody answers there, so the log has to tell of a fault while it has a token at hand.
    JWT_JWKS_URL: 'http://127.0.0.1:9/jwks',
  });
});

afterAll(async () => {
  cli?.process.kill('SIGKILL');
  await cli?.ended;
  await rm(directory, { recursive: true, force: true });
});

test('a server that logs everything writes no key and no token, whatever becomes of a request', {
  timeout: TIMEOUT_MS,
}, async () => {
  await expect.poll(() => addressIn(cli.stdout()), { timeout: TIMEOUT_MS / 2 }).toBeDefined();
  const url = addressIn(cli.stdout()) ?? '';
  const file = join(directory, 'editor.key');
  const key = (await readFile(file, 'utf8')).trim();
  const token = await (await createIssuer()).sign(goodClaims());
  const tokens = [key, `${key.slice(0, -wrongSecret.length)}${wrongSecret}`, token, 'plain-secret-text'];
  const queries = ['{ __typename }', '{ nothing }', '{', '{ company(id: "!") { id } }'];
  for (const one of tokens) {
    for (const query of queries) await postQuery(url, query, { token: one });
  }
  await fetch(`${url}/graphql?query=%7B__typename%7D`, {
    headers: { authorization: `Bearer ${key}`, cookie: 'session=cookie-secret-text' },
  });

  cli.process.kill('SIGTERM');
  const { code, stdout, stderr } = await cli.ended;
  expect(code).toBe(0);
  // It did write: where the key is, and what went wrong.
  expect(stdout).toContain(file);
  expect(stdout).toContain("The issuer's keys can't be had at the moment");
  const [, payload = '', signature = ''] = token.split('.');
  const secrets = [
    key.slice(-wrongSecret.length),
    wrongSecret,
    payload,
    signature,
    'plain-secret-text',
    'cookie-secret-text',
  ];
  for (const secret of secrets) expect(stdout + stderr).not.toContain(secret);
});
