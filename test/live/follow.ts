/** Follows a subscription as clients do, over either transport. */
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

export interface Followed<Data> {
  /** The next result; rejects when none came within 15 seconds. */
  next(): Promise<{ data?: Data | null; errors?: readonly { message: string; extensions?: object }[] }>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 15_000;

async function within<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('nothing came in time')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Over WebSocket, by the protocol's own client. */
export function followBySocket<Data>(url: string, query: string, token?: string): Followed<Data> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token !== undefined && { connectionParams: { authorization: `Bearer ${token}` } }),
  });
  const results = client.iterate<Data>({ query });
  return {
    async next() {
      const { value } = await within(results.next());
      return value as Awaited<ReturnType<Followed<Data>['next']>>;
    },
    async stop() {
      await results.return?.();
      await client.dispose();
    },
  };
}

async function* messagesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + chunk).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts)
      if (part.startsWith('event: next')) yield part.slice(part.indexOf('data: ') + 6);
  }
}

/** By server-sent events; rejects with the answer when the subscription is refused. */
export async function followByEvents<Data>(
  url: string,
  query: string,
  token?: string,
): Promise<Followed<Data>> {
  const ending = new AbortController();
  const response = await fetch(`${url}/graphql/stream`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
    signal: ending.signal,
  });
  if (!response.ok || response.body === null) throw new Error(await response.text());
  const messages = messagesOf(response.body);
  return {
    async next() {
      const { value } = await within(messages.next());
      return JSON.parse(value ?? 'null');
    },
    async stop() {
      ending.abort();
      await messages.return(undefined).catch(() => undefined);
    },
  };
}
