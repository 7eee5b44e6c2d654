// No server and no temporary home outlives this process. A SIGKILL runs none of this; then the server
// sees its input end and stops by itself, and only the temporary home stays.
import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const homesOfServers = new Map<ChildProcess, string>();
const temporaryHomes = new Set<string>();
const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let isWatching = false;

/** Kills the server when this process ends. */
export function endWithProcess(server: ChildProcess, home: string): void {
  homesOfServers.set(server, home);
  watchProcess();
  server.once('close', () => {
    homesOfServers.delete(server);
    unwatchProcess();
  });
}

export async function makeTemporaryHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'ai-infra-graph-neo4j-'));
  temporaryHomes.add(home);
  watchProcess();
  return home;
}

/** Leaves homes alone that the caller gave, and one that a later server runs on already. */
export async function removeTemporaryHome(home: string): Promise<void> {
  if (!temporaryHomes.has(home) || [...homesOfServers.values()].includes(home)) return;
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
  temporaryHomes.delete(home);
  unwatchProcess();
}

function cleanUp(): void {
  for (const server of homesOfServers.keys()) server.kill('SIGKILL');
  // A killed server may still be writing for a moment, hence the retries.
  for (const home of temporaryHomes) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  temporaryHomes.clear();
}

function onSignal(signal: NodeJS.Signals): void {
  // Who else listens decides whether the process ends; if it does, "exit" follows.
  if (process.listenerCount(signal) > 1) return;
  cleanUp();
  for (const each of endSignals) process.off(each, onSignal);
  process.kill(process.pid, signal);
}

function watchProcess(): void {
  if (isWatching) return;
  isWatching = true;
  process.on('exit', cleanUp);
  for (const signal of endSignals) process.on(signal, onSignal);
}

function unwatchProcess(): void {
  if (homesOfServers.size > 0 || temporaryHomes.size > 0) return;
  isWatching = false;
  process.off('exit', cleanUp);
  for (const signal of endSignals) process.off(signal, onSignal);
}
