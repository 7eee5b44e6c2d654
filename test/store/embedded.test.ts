import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openEmbeddedStore, openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { describeGraphStore } from './graph-store.contract.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describeGraphStore('the embedded engine in memory', openMemoryStore);
describeGraphStore('the embedded engine in a file', async () =>
  openEmbeddedStore(await mkdtemp(join(folder, 'graph-'))),
);
