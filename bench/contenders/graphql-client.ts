/** Asks a GraphQL server over HTTP, on connections that are kept. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Served } from '../serve.js';

type Variables = Readonly<Record<string, unknown>>;

export interface GraphQLClient {
  ask(query: string, variables: Variables): Promise<unknown>;
  close(): Promise<void>;
}

/** The body of an answer, as it is sent. */
export type SendQuery = (query: string, variables: Variables) => Promise<string>;

export interface HttpClient extends GraphQLClient {
  readonly send: SendQuery;
}

interface Answer {
  readonly data: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/** Closing the client stops the server. */
export function clientOf({ url, stop }: Served): HttpClient {
  const agent = new Agent({ keepAlive: true });
  const headers = { 'content-type': 'application/json' };

  async function send(query: string, variables: Variables): Promise<string> {
    const body = JSON.stringify({ query, variables });
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(url, { method: 'POST', agent, headers }, resolve).on('error', reject).end(body);
    });
    return text(response);
  }

  return {
    send,
    async ask(query, variables) {
      const { data, errors } = JSON.parse(await send(query, variables)) as Answer;
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
      return data;
    },
    async close() {
      agent.destroy();
      await stop();
    },
  };
}
