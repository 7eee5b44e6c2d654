// One address for people and programs: browsers get the page, everybody else data.
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

/** The page is made by `npm run build`; what it does is tested in a browser (test/browser). */
const isBuilt = existsSync(new URL('../../dist/playground/index.html', import.meta.url));

let server: RunningServer;
beforeAll(async () => {
  server = await serveStore(await openMemoryStore());
});
afterAll(() => server.stop());

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const get = (path: string, headers: Record<string, string>): Promise<Response> =>
  fetch(server.url + path, { headers, redirect: 'manual' });

describe('a browser', () => {
  it('is sent from / to the playground', async () => {
    const response = await get('/', browser);
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });

  it('gets the page, whose policy lets nothing load from elsewhere, or is told how to build it', async () => {
    const response = await get('/graphql?query=%7B__typename%7D', browser);
    const text = await response.text();
    const policy = response.headers.get('content-security-policy')?.split(/; ?/) ?? [];
    if (!isBuilt) {
      expect([response.status, text]).toEqual([404, 'The playground is not built. Run: npm run build']);
      return;
    }
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(text).toMatch(/^<!doctype html>/i);
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    // The address of another host has a colon or a dot in it; ours are 'self', and marks drawn as data.
    expect(policy.join(' ').replace('data:', '')).not.toMatch(/[:.*]/);
  });
});

describe('a program', () => {
  it('gets data from the same address', async () => {
    const response = await get('/graphql?query=%7B__typename%7D', {
      accept: 'application/json',
      'apollo-require-preflight': 'true',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/(json|graphql-response\+json)/);
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('is told that a plain GET could be made by any web page', async () => {
    const response = await get('/graphql?query=%7B__typename%7D', { accept: 'application/json' });
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).toContain('CSRF');
  });

  it('gets data that no browser would run, frame or guess the type of', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{__typename}"}',
    });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
  });
});
