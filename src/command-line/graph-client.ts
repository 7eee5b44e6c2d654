/** What the questions of the command line are put to: the graph of this machine, or a server. */
import type { QueryResult } from '../graphql/run-query.js';

export interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  /** The list fields that were cut short. */
  readonly cutShort: readonly string[];
}

export interface GraphClient {
  /** Rejects with what is wrong with the query, a line for each fault, or with why there is no answer. */
  request(query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer>;
  close(): Promise<void>;
}

interface ErrorBody {
  readonly message: string;
  readonly extensions?: { readonly requestId?: unknown };
}

const tellError = ({ message, extensions }: ErrorBody): string =>
  typeof extensions?.requestId === 'string' ? `${message} Request id: ${extensions.requestId}.` : message;

/** Half an answer is none: throws where there is any error. */
export function toAnswer({ data, errors = [], extensions }: QueryResult): Answer {
  if (errors.length > 0) throw new Error(errors.map(tellError).join('\n'));
  if (typeof data !== 'object' || data === null) throw new Error('The answer has no data.');
  return {
    data: data as Readonly<Record<string, unknown>>,
    cutShort: (extensions?.truncated ?? []).map(({ field }) => field),
  };
}
