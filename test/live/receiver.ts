/** A webhook's receiver, as somebody who listens to us would write it: a small HTTP server that keeps what came. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Delivery {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  readonly deliveries: Delivery[];
  /** The status of the next answers, one each; 204 when there are no more. */
  readonly answers: number[];
  stop(): Promise<void>;
}

const one = (header: string | string[] | undefined): string | undefined => [header].flat()[0];

export async function startReceiver(): Promise<Receiver> {
  const deliveries: Delivery[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { headers } = request;
      const timestamp = one(headers['x-webhook-timestamp']);
      deliveries.push({ timestamp, signature: one(headers['x-webhook-signature']), body });
      response.writeHead(answers.shift() ?? 204, { connection: 'close' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    deliveries,
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
