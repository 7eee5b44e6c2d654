/** The product as it is deployed beside Neo4j, with what an operator sees of it: health, answers and the log. */
import { createServer } from 'node:net';
import { pino } from 'pino';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { askWhole } from '../support/ask.js';

export interface WatchedApp {
  readonly store: GraphStore;
  /** The HTTP status of a health page: `live` or `ready`. */
  health(page: 'live' | 'ready'): Promise<number>;
  /** Asks for the companies' number: that, or the code of the error, and how long it took. */
  countCompanies(): Promise<{ total?: number; code?: unknown; tookMs: number }>;
  /** What it has logged until now, a line of JSON each. */
  log(): string;
  stop(): Promise<void>;
}

export async function startWatchedApp(environment: Record<string, string>): Promise<WatchedApp> {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const app = await startApp(readConfig({ PORT: '0', ...environment }), log);
  return {
    store: app.store,
    stop: app.stop,
    log: () => lines.join(''),
    async health(page) {
      const response = await fetch(`${app.url}/health/${page}`);
      await response.text();
      return response.status;
    },
    async countCompanies() {
      const start = performance.now();
      const { data, errors } = await askWhole<{ companies: { totalCount: number } } | null>(
        app.url,
        '{ companies { totalCount } }',
      );
      const tookMs = performance.now() - start;
      const [fault] = errors ?? [];
      if (fault !== undefined) return { code: fault.extensions.code, tookMs };
      return { total: data?.companies.totalCount, tookMs };
    },
  };
}

/** A port on which nothing listens. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}
