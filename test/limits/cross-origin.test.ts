/** What pages of other sites can make a browser do here, and what every answer tells the browser. */
import { describe, expect, test } from 'vitest';
import { shareSeededServer } from '../support/running-server.js';

const app = 'https://app.example.com';
const query = '{ company(id: "openai") { id } }';
const answer = { data: { company: { id: 'openai' } } };

const post = (url: string, headers: Record<string, string>, body = JSON.stringify({ query })) =>
  fetch(`${url}/graphql`, { method: 'POST', headers, body });

const preflight = (url: string, origin: string) =>
  fetch(`${url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });

const allowedOrigin = ({ headers }: Response): string | null => headers.get('access-control-allow-origin');

describe('by default', () => {
  const server = shareSeededServer();

  test('no page of another site may ask', async () => {
    const checked = await preflight(server.url, app);
    expect({ status: checked.status, origin: allowedOrigin(checked) }).toEqual({ status: 404, origin: null });
    const asked = await post(server.url, { origin: app, 'content-type': 'application/json' });
    expect(allowedOrigin(asked)).toBeNull();
  });

  test.each([
    ['text/plain', JSON.stringify({ query })],
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(query)}`],
    [
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${query}\r\n--x--`,
    ],
  ])('a form of another site can not ask as %s', async (type, body) => {
    const response = await post(server.url, { 'content-type': type }, body);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.json()).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'VALIDATION_FAILED' } }],
    });
  });

  test('a link or an image of another site can not ask', async () => {
    const address = `${server.url}/graphql?query=${encodeURIComponent(query)}`;
    const asImage = await fetch(address, { headers: { accept: 'image/*,*/*' } });
    expect(asImage.status).toBe(400);
    expect(await asImage.text()).toContain('Cross-Site Request Forgery');
    const asClient = await fetch(address, { headers: { 'apollo-require-preflight': 'yes' } });
    expect(await asClient.json()).toEqual(answer);
  });

  test('a GET request never writes', async () => {
    const address = `${server.url}/graphql?query=${encodeURIComponent('mutation { __typename }')}`;
    const response = await fetch(address, { headers: { 'apollo-require-preflight': 'yes' } });
    expect({ status: response.status, allow: response.headers.get('allow') }).toEqual({
      status: 405,
      allow: 'POST',
    });
  });

  test('several operations in one body are refused', async () => {
    const body = JSON.stringify([{ query }, { query }]);
    const response = await post(server.url, { 'content-type': 'application/json' }, body);
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'VALIDATION_FAILED' } }] },
    });
  });

  test('an answer of the API tells the browser to run and load nothing of it', async () => {
    const { headers } = await post(server.url, { 'content-type': 'application/json' });
    const names = [
      'content-security-policy',
      'x-content-type-options',
      'referrer-policy',
      'x-frame-options',
      'strict-transport-security',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
      'x-powered-by',
      'server',
    ];
    expect(Object.fromEntries(names.map((name) => [name, headers.get(name)]))).toEqual({
      'content-security-policy': "default-src 'none';base-uri 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'strict-transport-security': 'max-age=31536000',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-powered-by': null,
      server: null,
    });
  });
});

describe('with origins that may ask', () => {
  const server = shareSeededServer({ CORS_ORIGINS: `${app}, https://other.example.com` });

  test('their pages may, with a token, and no others', async () => {
    const checked = await preflight(server.url, app);
    expect({
      status: checked.status,
      origin: allowedOrigin(checked),
      methods: checked.headers.get('access-control-allow-methods'),
      headers: checked.headers.get('access-control-allow-headers'),
      credentials: checked.headers.get('access-control-allow-credentials'),
    }).toEqual({
      status: 204,
      origin: app,
      methods: 'GET, POST',
      headers: 'authorization, content-type, apollo-require-preflight, x-apollo-operation-name',
      credentials: null,
    });
    const asked = await post(server.url, { origin: app, 'content-type': 'application/json' });
    expect([allowedOrigin(asked), await asked.json()]).toEqual([app, answer]);
  });

  test.each([
    'https://evil.example.com',
    'http://app.example.com',
    'https://app.example.com.evil.example',
    'null',
  ])('pages of %s may not', async (origin) => {
    expect(allowedOrigin(await preflight(server.url, origin))).toBeNull();
    expect(allowedOrigin(await post(server.url, { origin, 'content-type': 'application/json' }))).toBeNull();
  });

  test('a page reads how long it has to wait', async () => {
    const asked = await post(server.url, { origin: app, 'content-type': 'application/json' });
    expect(asked.headers.get('access-control-expose-headers')).toBe('retry-after');
  });
});
