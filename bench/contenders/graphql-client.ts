/** Asks a GraphQL server over HTTP. */
import type { Served } from '../serve.js';
import { clientOf } from './http-client.js';

type Variables = Readonly<Record<string, unknown>>;

export interface GraphQLClient {
  ask(query: string, variables: Variables): Promise<unknown>;
  close(): Promise<void>;
}

/** The body of an answer, as it is sent. */
export type SendQuery = (query: string, variables: Variables) => Promise<string>;

export interface GraphQLOverHttp extends GraphQLClient {
  readonly send: SendQuery;
}

interface Answer {
  readonly data: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/** Closing the client stops the server. */
export function graphqlClientOf(served: Served): GraphQLOverHttp {
  const { post, close } = clientOf(served);
  const send: SendQuery = (query, variables) => post({ query, variables });
  return {
    send,
    async ask(query, variables) {
      const { data, errors } = JSON.parse(await send(query, variables)) as Answer;
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
      return data;
    },
    close,
  };
}
