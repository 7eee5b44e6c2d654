// Whose a held graph is: noted beside it while it is open, and believed only while that process runs.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEmbeddedStore } from '../../src/engines/embedded/embedded-store.js';
import { noteOwner, readOwner } from '../../src/engines/embedded/owner.js';
import { startGraphProcess } from './start-graph-process.js';

const TIMEOUT_MS = 60_000;
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ai-infra-graph-owner-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('a graph names the process that has it open, and nobody once it is closed', async () => {
  const store = await openEmbeddedStore(directory);
  expect(readOwner(directory)).toEqual({ pid: process.pid });
  await store.close();
  expect(readOwner(directory)).toBeUndefined();
  expect(await readdir(directory)).toEqual(['graph.grafeo']);
});

test('who finds it held is told by which process, and the note is left to its owner', {
  timeout: TIMEOUT_MS,
}, async () => {
  const other = startGraphProcess(new URL('./graph-process.ts', import.meta.url), directory);
  await other.says('open');
  const owner = readOwner(directory);
  expect(owner).toEqual({ pid: expect.any(Number) });
  expect(owner?.pid).not.toBe(process.pid);
  await expect(openEmbeddedStore(directory)).rejects.toMatchObject({ code: 'UNAVAILABLE', owner });
  expect(readOwner(directory)).toEqual(owner);

  // A killed process takes no note away, and is no owner any more.
  await other.kill();
  expect(await readdir(directory)).toContain('graph.owner');
  expect(readOwner(directory)).toBeUndefined();
  const store = await openEmbeddedStore(directory);
  expect(readOwner(directory)).toEqual({ pid: process.pid });
  await store.close();
});

test('a server adds where it serves', () => {
  noteOwner(directory, { pid: process.pid, url: 'http://127.0.0.1:4000' });
  expect(readOwner(directory)).toEqual({ pid: process.pid, url: 'http://127.0.0.1:4000' });
});

test.each([
  '',
  '{',
  '[]',
  'null',
  '{"pid": "1"}',
  '{"url": "http://127.0.0.1"}',
  '{"pid": -1}',
  '{"pid": 1e9}',
])('a note that says %j names nobody', async (text) => {
  await writeFile(join(directory, 'graph.owner'), text);
  expect(readOwner(directory)).toBeUndefined();
});
