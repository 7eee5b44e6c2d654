/** What the server costs on the seed: from its start to its first answer, and its memory when nobody asks. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { graphqlClientOf } from './contenders/graphql-client.js';
import { serveOurs } from './serve.js';

export interface Footprint {
  /** With an empty folder: opened, seeded, asked. */
  readonly firstAnswerSeconds: number;
  readonly idleMegabytes: number;
}

const SETTLE_MS = 5_000;
const firstQuestion =
  '{ computeSupply(of: "openai") { tiers { suppliers { company { name } deals { summary sources { url } } } } } }';

async function residentMegabytes(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return (Number(stdout) * 1024) / 1_000_000;
}

export async function measureFootprint(): Promise<Footprint> {
  const directory = await mkdtemp(join(tmpdir(), 'ai-infra-graph-bench-'));
  const start = performance.now();
  const served = await serveOurs({ DATA_DIR: directory });
  const client = graphqlClientOf(served);
  try {
    await client.ask(firstQuestion, {});
    const firstAnswerSeconds = (performance.now() - start) / 1000;
    await wait(SETTLE_MS);
    return { firstAnswerSeconds, idleMegabytes: await residentMegabytes(served.pid) };
  } finally {
    await client.close();
    await rm(directory, { recursive: true, force: true });
  }
}
