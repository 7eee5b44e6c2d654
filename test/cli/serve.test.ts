// `serve` as a process: it says where it is, answers, and on SIGTERM finishes what it has begun.
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../src/engines/embedded/embedded-store.js';
import { companyKind } from '../../src/model/registry.js';
import { countRecords } from '../../src/records/list-records.js';
import { ask } from '../support/ask.js';
import { type RunningCli, startCli } from '../support/run-cli.js';
import { beginRequest, isRefused } from '../support/slow-request.js';

const TIMEOUT_MS = 60_000;

let folder: string;
let running: RunningCli[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-serve-'));
  running = [];
});
afterEach(async () => {
  for (const { process: child, ended } of running) {
    child.kill('SIGKILL');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

async function serve(environment: Record<string, string> = {}): Promise<{ cli: RunningCli; url: string }> {
  const cli = startCli(['serve'], { DATA_DIR: folder, PORT: '0', ...environment });
  running.push(cli);
  const url = await expect
    .poll(() => /Playground: +(http:\S+)\/graphql/.exec(cli.stdout())?.[1], { timeout: TIMEOUT_MS })
    .toBeDefined()
    .then(() => /Playground: +(http:\S+)\/graphql/.exec(cli.stdout())?.[1] ?? '');
  return { cli, url };
}

describe('serve', { timeout: TIMEOUT_MS }, () => {
  it('fills an empty graph, prints its address, answers there, and lets no second process at its graph', async () => {
    const { cli, url } = await serve({ SEED: 'auto' });
    expect(cli.stdout()).toMatch(/served by Grafeo \S+ \(embedded\)/);
    expect(cli.stdout()).toContain(`curl -s ${url}/graphql -H 'content-type: application/json'`);
    expect(await ask(url, '{ company(id: "openai") { name } companies { totalCount } }')).toEqual({
      company: { name: 'OpenAI' },
      companies: { totalCount: 318 },
    });

    const second = startCli(['serve'], { DATA_DIR: folder, PORT: '0' });
    running.push(second);
    const { code, stderr } = await second.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /graph\.grafeo is in use by another process\. One process at a time owns the embedded graph/,
    );
  });

  it('whose port is taken says so and ends, also where webhooks are configured', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const cli = startCli(['serve'], {
      DATA_DIR: folder,
      PORT: String(port),
      WEBHOOK_URLS: 'http://127.0.0.1:1/hook',
      WEBHOOK_SECRET: 'a secret of sixteen or more',
    });
    running.push(cli);
    const { code, stdout, stderr } = await cli.ended;
    other.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`EADDRINUSE: address already in use 127.0.0.1:${port}`);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s takes no more, finishes what is under way, keeps its graph and exits with 0',
    async (signal) => {
      const { cli, url } = await serve({ SEED: 'auto' });
      const request = await beginRequest(url, '{ companies { totalCount } }');
      cli.process.kill(signal);
      await expect.poll(() => isRefused(url)).toBe(true);
      const answer = await request.finish();
      expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
      expect(answer).toContain('{"data":{"companies":{"totalCount":318}}}');
      expect(await cli.ended).toMatchObject({ code: 0, stderr: '' });

      const store = await openEmbeddedStore(folder);
      expect(await store.read((reader) => countRecords(reader, companyKind))).toBe(318);
      await store.close();
    },
  );
});
