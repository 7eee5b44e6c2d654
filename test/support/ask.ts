/** Asks over HTTP, as any client does, and gives the plain answer. */
import { postQuery, type Reply } from './post-query.js';

export interface Answer<Data> extends Pick<Reply, 'errors' | 'extensions'> {
  readonly data: Data;
}

/** The answer whole, errors included. */
export async function askWhole<Data>(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer<Data>> {
  const { status: _status, headers: _headers, ...answer } = await postQuery(url, query, { variables });
  return answer as Answer<Data>;
}

/** The data of an answer without errors. */
export async function ask<Data>(
  url: string,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Data> {
  const answer = await askWhole<Data>(url, query, variables);
  if (answer.errors !== undefined) throw new Error(answer.errors.map(({ message }) => message).join('\n'));
  return answer.data;
}

/** The code and message of the first error, for a request that must fail. */
export async function askFault(
  url: string,
  query: string,
  variables?: Record<string, unknown>,
): Promise<{ code: unknown; message: string }> {
  const { errors } = await askWhole(url, query, variables);
  const [first] = errors ?? [];
  if (first === undefined) throw new Error('the request was answered without an error');
  return { code: first.extensions.code, message: first.message };
}
