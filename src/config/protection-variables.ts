/** What one request, one client and all of them together may take: the variables about protection. */
import { z } from 'zod';
import { flag, list, whole } from './variable.js';

const MEBIBYTE = 1024 * 1024;

const isOrigin = (origin: string): boolean =>
  origin === '*' || (URL.canParse(origin) && new URL(origin).origin === origin);

const perMinute = (fallback: number) => whole(fallback, 0, 1_000_000);
const ofQuery = (fallback: number) => whole(fallback, 1, 1_000_000);

export const protectionVariables = {
  REQUEST_TIMEOUT_MS: whole(10_000, 100, 600_000).describe('The deadline of a request, in milliseconds.'),
  MAX_BODY_BYTES: whole(MEBIBYTE, 1024, 256 * MEBIBYTE).describe('How large the body of a request may be.'),
  MAX_CONCURRENT_REQUESTS: whole(200, 1, 100_000).describe(
    'How many requests one process works on at a time; more are answered 503 with Retry-After.',
  ),
  MAX_CONCURRENT_REQUESTS_PER_CLIENT: whole(64, 1, 100_000).describe(
    'How many of them may be of one address; more are answered 429 with Retry-After.',
  ),
  MAX_LIVE_CONNECTIONS: whole(1_000, 1, 100_000).describe(
    'How many WebSockets and event streams one process holds at a time; more are answered 503 with Retry-After.',
  ),
  MAX_LIVE_CONNECTIONS_PER_CLIENT: whole(64, 1, 100_000).describe(
    'How many of them may be of one address; more are answered 429 with Retry-After.',
  ),
  MAX_EVENT_LOOP_DELAY_MS: whole(500, 0, 60_000).describe(
    'How late the process may be, on average over a second, before it answers 503 with Retry-After; 0: however late. A full memory has the same effect, always.',
  ),
  RATE_LIMIT: perMinute(3_000).describe(
    'Requests a minute from one address without a token (of IPv6 its /64); 0: no limit. Counted by each process.',
  ),
  RATE_LIMIT_WITH_TOKEN: perMinute(12_000).describe(
    'Requests a minute of one API key, or one subject of the issuer; 0: no limit. Counted by each process.',
  ),
  TRUST_PROXY: list(z.string(), []).describe(
    'The proxies whose X-Forwarded-For is believed: addresses or ranges with commas between, 10.0.0.0/8. Absent: none, so that no client can make up its address.',
  ),
  CORS_ORIGINS: list(
    z.string().refine(isOrigin, 'write an origin, such as https://app.example.com, or *'),
    [],
  ).describe(
    'The web pages that may ask from a browser, by origin, with commas between; *: all. Absent: only our own.',
  ),
  INTROSPECTION: flag(true).describe(
    'false: the schema can no longer be asked for. The playground then has no completion and no documentation.',
  ),
  MAX_QUERY_TOKENS: ofQuery(2_000).describe('How many words and signs a query may have.'),
  MAX_QUERY_DEPTH: ofQuery(16).describe('How deep the fields of a query may be nested.'),
  MAX_QUERY_ROOT_FIELDS: ofQuery(20).describe('How many questions, look-ups or writes one query may hold.'),
  MAX_QUERY_ALIASES: ofQuery(50).describe('How many fields of a query may have another name.'),
  MAX_QUERY_DIRECTIVES: ofQuery(50).describe('How many directives a query may have.'),
  MAX_QUERY_FRAGMENTS: ofQuery(100).describe(
    'How often fragments may be spread in a query, each time counted.',
  ),
  MAX_QUERY_COST: ofQuery(20_000).describe(
    'What a query may cost: the number of objects that its answer may have, and 100 for each question and each write.',
  ),
};
