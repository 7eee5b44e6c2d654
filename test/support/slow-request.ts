/** A request that the server has begun to work on but not read whole, to be finished when the test says so. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface SlowRequest {
  /** Sends the rest, and gives all that the server answered. */
  finish(): Promise<string>;
  /** Goes away without it. */
  abandon(): void;
}

/** Resolves when the server has asked for the body, and so surely has the request under way. */
export async function beginRequest(url: string, query: string): Promise<SlowRequest> {
  const { hostname, port } = new URL(url);
  const body = JSON.stringify({ query });
  const socket: Socket = connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    received += text;
  });
  const head = [
    'POST /graphql HTTP/1.1',
    `host: ${hostname}:${port}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'expect: 100-continue',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await once(socket, 'data');
  if (!received.startsWith('HTTP/1.1 100 ')) throw new Error(`the server answered ${received}`);
  return {
    async finish() {
      const closed = once(socket, 'close');
      received = '';
      socket.write(body);
      await closed;
      return received;
    },
    abandon: () => void socket.destroy(),
  };
}

/** Whether a new connection is refused. */
export function isRefused(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
}
