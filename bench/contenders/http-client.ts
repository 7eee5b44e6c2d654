/** Posts JSON to a server, on connections that are kept. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Served } from '../serve.js';

export interface HttpClient {
  /** Gives the body of the answer. */
  post(body: unknown): Promise<string>;
  /** Stops the server. */
  close(): Promise<void>;
}

export function clientOf({ url, stop }: Served): HttpClient {
  const agent = new Agent({ keepAlive: true });
  const headers = { 'content-type': 'application/json' };
  return {
    async post(body) {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        request(url, { method: 'POST', agent, headers }, resolve)
          .on('error', reject)
          .end(JSON.stringify(body));
      });
      return text(response);
    },
    async close() {
      agent.destroy();
      await stop();
    },
  };
}
