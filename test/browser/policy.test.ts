/** The content security policy of the built playground: the page, and the files whose workers live by it, too. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer({ SEED: 'never', RATE_LIMIT: '1', REQUIRE_AUTH: 'true' });

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headersOf = async (path: string): Promise<Record<string, unknown>> => {
  const response = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } });
  await response.arrayBuffer();
  const { status, headers } = response;
  return {
    status,
    policy: headers.get('content-security-policy'),
    sniffing: headers.get('x-content-type-options'),
    referrer: headers.get('referrer-policy'),
  };
};

const allowed = { status: 200, policy, sniffing: 'nosniff', referrer: 'no-referrer' };

test('the page lets its own scripts and workers run, and nothing else', async () => {
  expect(await headersOf('/graphql')).toEqual(allowed);
});

test('so do its scripts, which workers are started from, however many they are', async () => {
  const scripts = readdirSync(new URL('../../dist/playground/assets/', import.meta.url)).filter((name) =>
    name.endsWith('.js'),
  );
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) expect(await headersOf(`/playground/assets/${script}`)).toEqual(allowed);
});
