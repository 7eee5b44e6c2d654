/** Opens a WebSocket as any client does, and speaks the protocol of subscriptions message by message. */
import { once } from 'node:events';
import WebSocket from 'ws';

/** How an upgrade was refused. */
export interface Refusal {
  readonly status: number | undefined;
  readonly retryAfter: string | undefined;
  readonly body: unknown;
}

export interface OpenSocket {
  send(message: unknown): void;
  /** The next message; rejects when the connection is closed instead. */
  next(): Promise<unknown>;
  /** Resolves when the connection is closed, by whichever side. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  /** Leaves, and gives how the connection ended and all that was said before. */
  close(): Promise<{ readonly code: number; readonly said: string }>;
}

function wrap(socket: WebSocket): OpenSocket {
  const messages: unknown[] = [];
  let said = '';
  const waiting: ((message: unknown) => void)[] = [];
  socket.on('message', (text) => {
    said += `${text}\n`;
    const message: unknown = JSON.parse(String(text));
    const taker = waiting.shift();
    if (taker === undefined) messages.push(message);
    else taker(message);
  });
  const closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }));
  const fail = async (): Promise<never> => {
    const { code, reason } = await closed;
    throw new Error(`closed with ${code} ${reason}`);
  };
  return {
    closed,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: () =>
      messages.length > 0
        ? Promise.resolve(messages.shift())
        : Promise.race([new Promise((resolve) => waiting.push(resolve)), fail()]),
    async close() {
      socket.close();
      const { code } = await closed;
      return { code, said };
    },
  };
}

/** Opens a WebSocket at /graphql with these headers, or tells how that was refused. */
export async function tryToOpen(
  url: string,
  headers: Record<string, string> = {},
): Promise<OpenSocket | Refusal> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  const opened = wrap(socket);
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(opened));
    socket.once('error', reject);
    socket.once('unexpected-response', async (_request, response) => {
      const parts: Buffer[] = await response.toArray();
      const text = Buffer.concat(parts).toString();
      const retryAfter = response.headers['retry-after'];
      resolve({ status: response.statusCode, retryAfter, body: text === '' ? '' : JSON.parse(text) });
    });
  });
}

export async function openSocket(url: string, headers?: Record<string, string>): Promise<OpenSocket> {
  const opened = await tryToOpen(url, headers);
  if ('status' in opened) throw new Error(`refused with ${opened.status} ${JSON.stringify(opened.body)}`);
  return opened;
}

/** A WebSocket whose first message was taken. */
export async function greet(url: string, token?: string): Promise<OpenSocket> {
  const socket = await openSocket(url);
  const payload = token === undefined ? {} : { authorization: `Bearer ${token}` };
  socket.send({ type: 'connection_init', payload });
  const answer = await socket.next();
  if (JSON.stringify(answer) !== '{"type":"connection_ack"}') throw new Error(JSON.stringify(answer));
  return socket;
}
