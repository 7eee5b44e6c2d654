/** The whole product as a user meets it: a fresh embedded graph, filled from the seed, behind a real socket. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/log.js';
import type { GraphStore } from '../../src/store/graph-store.js';

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly store: GraphStore;
  stop(): Promise<void>;
}

/** Tests ask faster than a user does, and share the event loop of the server. */
const UNHURRIED = { RATE_LIMIT: '0', RATE_LIMIT_WITH_TOKEN: '0', MAX_EVENT_LOOP_DELAY_MS: '0' };

/** `environment` is what a user would set; the port is a free one. */
export async function startServer(environment: Record<string, string> = {}): Promise<RunningServer> {
  const directory = await mkdtemp(join(tmpdir(), 'ai-infra-graph-'));
  const config = readConfig({
    DATA_DIR: directory,
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...UNHURRIED,
    ...environment,
  });
  const app = await startApp(config, createLog(config.LOG_LEVEL));
  return {
    url: app.url,
    store: app.store,
    async stop() {
      await app.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
