// Health as an orchestrator asks for it: live while the process answers, ready while the graph does.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

let server: RunningServer;
beforeEach(async () => {
  server = await serveStore(await openMemoryStore());
});
afterEach(() => server.stop());

async function get(path: string): Promise<{ status: number; body: unknown; retryAfter: string | null }> {
  const response = await fetch(server.url + path);
  return {
    status: response.status,
    body: await response.json(),
    retryAfter: response.headers.get('retry-after'),
  };
}

describe('health', () => {
  it('is live and ready while the graph answers', async () => {
    expect(await get('/health/live')).toEqual({ status: 200, body: { status: 'live' }, retryAfter: null });
    expect(await get('/health/ready')).toEqual({
      status: 200,
      body: { status: 'ready', engine: server.store.engine },
      retryAfter: null,
    });
    expect(server.store.engine).toMatch(/^Grafeo \d+\.\d+\.\d+ \(embedded\)$/);
  });

  it('is live but not ready when the graph does not answer, and says when to ask again', async () => {
    await server.store.close();
    expect(await get('/health/live')).toEqual({ status: 200, body: { status: 'live' }, retryAfter: null });
    expect(await get('/health/ready')).toEqual({
      status: 503,
      body: { status: 'unavailable', engine: server.store.engine },
      retryAfter: '5',
    });
  });
});
