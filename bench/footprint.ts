/** What the built server costs on the seed: from its start to its first answer, and its memory when nobody asks. */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface Footprint {
  /** With an empty folder: opened, seeded, asked. */
  readonly firstAnswerSeconds: number;
  readonly idleMegabytes: number;
}

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const SETTLE_MS = 5_000;
const firstQuestion =
  '{ computeSupply(of: "openai") { tiers { suppliers { company { name } deals { summary sources { url } } } } } }';

async function ask(url: string): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: firstQuestion }),
  });
  const { errors } = (await response.json()) as { errors?: unknown };
  if (errors !== undefined) throw new Error(`the first question failed: ${JSON.stringify(errors)}`);
}

async function residentMegabytes(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return (Number(stdout) * 1024) / 1_000_000;
}

/** Undefined where the server was not built. */
export async function measureFootprint(): Promise<Footprint | undefined> {
  if (!existsSync(cli)) return undefined;
  const directory = await mkdtemp(join(tmpdir(), 'ai-infra-graph-bench-'));
  const start = performance.now();
  const server = spawn(process.execPath, [cli, 'serve'], {
    env: { PATH: process.env.PATH, DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = new Promise((resolve) => server.once('close', resolve));
  try {
    const url = await new Promise<string>((resolve, reject) => {
      void closed.then(() => reject(new Error('the built server ended before it listened')));
      createInterface({ input: server.stdout }).on('line', (line) => {
        const [, found] = /(http:\S+)\/graphql/.exec(line) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    await ask(url);
    const firstAnswerSeconds = (performance.now() - start) / 1000;
    await wait(SETTLE_MS);
    return { firstAnswerSeconds, idleMegabytes: await residentMegabytes(server.pid as number) };
  } finally {
    server.kill();
    await closed;
    await rm(directory, { recursive: true, force: true });
  }
}
