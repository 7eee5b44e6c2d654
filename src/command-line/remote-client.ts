/** Asks a server over HTTP. */
import type { QueryResult } from '../graphql/run-query.js';
import { type GraphClient, toAnswer } from './graph-client.js';
import { UsageError } from './usage-error.js';

/** Long enough for work on all of a large graph; without it, `fetch` itself gives up after 300 seconds. */
const TIMEOUT_MS = 290_000;

function endpointOf(server: string): string {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(
      `--server is the address of a server, such as http://127.0.0.1:4000; not "${server}".`,
    );
  }
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.origin}${path.endsWith('/graphql') ? path : `${path}/graphql`}`;
}

const causeOf = (error: unknown): string => {
  const { message, cause } = error as { message?: string; cause?: { code?: string } };
  return cause?.code ?? message ?? String(error);
};

async function post(endpoint: string, key: string | undefined, body: string): Promise<Response> {
  try {
    return await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new Error(`${endpoint} can't be reached: ${causeOf(error)}.`, { cause: error });
  }
}

const isResult = (body: unknown): body is QueryResult =>
  typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);

async function readBody(endpoint: string, response: Response): Promise<QueryResult> {
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    if (isResult(body)) return body;
  } catch {
    // Told below: what is no JSON is no answer of ours.
  }
  throw new Error(`${endpoint} answered ${response.status}, and not as a graph does. Is the address right?`);
}

/** `server` is its address, with or without /graphql at the end. Throws a UsageError where it is none. */
export function createRemoteClient(server: string, key: string | undefined): GraphClient {
  const endpoint = endpointOf(server);
  return {
    async request(query, variables) {
      const response = await post(endpoint, key, JSON.stringify({ query, variables }));
      return toAnswer(await readBody(endpoint, response));
    },
    close: async () => undefined,
  };
}
