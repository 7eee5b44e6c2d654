/** What those who run a server are told about the variables that guard it. */
import { describe, expect, test } from 'vitest';
import { configVariables, readConfig } from '../../src/config.js';

const issuer = {
  JWT_ISSUER: 'https://login.example.com/',
  JWT_AUDIENCE: 'us',
  JWT_JWKS_URL: 'https://login.example.com/jwks',
};

test('every variable says what it means', () => {
  expect(configVariables.filter(({ meaning }) => !/^.{15,}\.$/s.test(meaning))).toEqual([]);
});

test('by default everybody reads, nobody of another site asks, and all limits are set', () => {
  expect(readConfig({})).toMatchObject({
    REQUIRE_AUTH: false,
    JWT_ALGORITHMS: ['RS256', 'ES256', 'EdDSA'],
    JWT_ROLE_CLAIM: 'role',
    JWT_CLOCK_SKEW_SECONDS: 30,
    CORS_ORIGINS: [],
    TRUST_PROXY: [],
    INTROSPECTION: true,
    RATE_LIMIT: 3_000,
    RATE_LIMIT_WITH_TOKEN: 12_000,
    MAX_BODY_BYTES: 1_048_576,
    MAX_CONCURRENT_REQUESTS: 200,
    MAX_CONCURRENT_REQUESTS_PER_CLIENT: 64,
    MAX_EVENT_LOOP_DELAY_MS: 500,
    MAX_QUERY_TOKENS: 2_000,
    MAX_QUERY_DEPTH: 16,
    MAX_QUERY_ROOT_FIELDS: 20,
    MAX_QUERY_ALIASES: 50,
    MAX_QUERY_DIRECTIVES: 50,
    MAX_QUERY_FRAGMENTS: 100,
    MAX_QUERY_COST: 20_000,
  });
});

describe('lists are written with commas', () => {
  test('and spaces where one likes', () => {
    const { CORS_ORIGINS, JWT_ALGORITHMS } = readConfig({
      CORS_ORIGINS: ' https://a.example.com ,http://localhost:3000,',
      JWT_ALGORITHMS: 'PS256, ES384',
    });
    expect({ CORS_ORIGINS, JWT_ALGORITHMS }).toEqual({
      CORS_ORIGINS: ['https://a.example.com', 'http://localhost:3000'],
      JWT_ALGORITHMS: ['PS256', 'ES384'],
    });
  });
});

test('an issuer with all that belongs to it is accepted', () => {
  expect(readConfig(issuer)).toMatchObject(issuer);
  expect(readConfig({ ...issuer, JWT_JWKS_URL: 'http://localhost:8080/jwks' })).toBeDefined();
});

test.each([
  [
    { ...issuer, JWT_AUDIENCE: '' },
    'JWT_AUDIENCE: JWT_ISSUER needs it: without it, tokens made for other services',
  ],
  [{ ...issuer, JWT_JWKS_URL: '' }, 'JWT_JWKS_URL: JWT_ISSUER needs either JWT_JWKS_URL or JWT_JWKS_FILE'],
  [
    { ...issuer, JWT_JWKS_FILE: 'keys.json' },
    'JWT_JWKS_URL: JWT_ISSUER needs either JWT_JWKS_URL or JWT_JWKS_FILE',
  ],
  [{ ...issuer, JWT_ISSUER: '' }, 'JWT_AUDIENCE: it has no use without JWT_ISSUER'],
  [{ ...issuer, JWT_JWKS_URL: 'http://login.example.com/jwks' }, 'JWT_JWKS_URL: write an https:// address'],
  [{ ...issuer, JWT_JWKS_URL: 'login.example.com' }, 'JWT_JWKS_URL: write an https:// address'],
  [{ JWT_ALGORITHMS: 'RS256,HS256' }, 'JWT_ALGORITHMS.1: Invalid option'],
  [{ JWT_ALGORITHMS: 'none' }, 'JWT_ALGORITHMS.0: Invalid option'],
  [{ JWT_CLOCK_SKEW_SECONDS: '301' }, 'JWT_CLOCK_SKEW_SECONDS: Too big'],
  [{ REQUIRE_AUTH: 'maybe' }, 'REQUIRE_AUTH: write true or false'],
  [
    { CORS_ORIGINS: 'https://a.example.com/app' },
    'CORS_ORIGINS.0: write an origin, such as https://app.example.com',
  ],
  [{ CORS_ORIGINS: 'null' }, 'CORS_ORIGINS.0: write an origin, such as https://app.example.com'],
  [{ RATE_LIMIT: '-1' }, 'RATE_LIMIT: Too small'],
  [{ MAX_QUERY_COST: '0' }, 'MAX_QUERY_COST: Too small'],
])('%j is refused at start', (environment, message) => {
  expect(() => readConfig(environment)).toThrow(message);
});
