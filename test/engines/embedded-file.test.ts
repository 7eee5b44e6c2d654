// The embedded graph is one file that one process owns: it is durable, and it is opened whole or not at all.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../src/engines/embedded/embedded-store.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { dumpGraph } from '../store/dump-graph.js';
import { correctedContract, smallFacts } from '../store/small-facts.js';
import { importText } from '../support/import-text.js';
import { readTree } from './read-tree.js';
import { startGraphProcess } from './start-graph-process.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const makeDirectory = (): Promise<string> => mkdtemp(join(folder, 'graph-'));

async function withGraph<Result>(
  directory: string,
  use: (store: GraphStore) => Promise<Result>,
): Promise<Result> {
  const store = await openEmbeddedStore(directory);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

describe('the file', () => {
  it('holds all that was written when it is opened again, the search included', async () => {
    const directory = await makeDirectory();
    const before = await withGraph(directory, async (store) => {
      await importText(store, smallFacts);
      await importText(store, correctedContract);
      return dumpGraph(store);
    });
    await withGraph(directory, async (store) => {
      expect(await dumpGraph(store)).toEqual(before);
      expect((await store.searchText('anthropic', 1)).map(({ id }) => id)).toEqual(['anthropic']);
      await expect(
        importText(store, 'sources: [{id: openai, publisher: P, title: T}]'),
      ).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    });
  });

  it('is made in a folder that is not there yet', async () => {
    const directory = join(await makeDirectory(), 'new', 'folder');
    await withGraph(directory, (store) => importText(store, smallFacts));
    expect((await readTree(directory)).map(({ path }) => path)).toEqual(['graph.grafeo']);
  });

  it('is opened and closed many times without growing', async () => {
    const directory = await makeDirectory();
    await withGraph(directory, (store) => importText(store, smallFacts));
    const sizes: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      await withGraph(directory, (store) => store.check());
      sizes.push((await readTree(directory)).reduce((total, { bytes }) => total + bytes, 0));
    }
    expect(Math.max(...sizes.slice(1))).toBeLessThanOrEqual(2 * (sizes[0] ?? 0));
  });

  it('does not hold what was under way when it was closed', async () => {
    const directory = await makeDirectory();
    const store = await openEmbeddedStore(directory);
    await importText(store, smallFacts);
    const before = await dumpGraph(store);
    const writing = store.write(async (writer) => {
      await writer.run('MATCH (record:Entity) DETACH DELETE record');
      await store.close();
    });
    await expect(writing).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await store.close();
    await withGraph(directory, async (again) => expect(await dumpGraph(again)).toEqual(before));
  });
});

describe('a second process', () => {
  it('is refused with a clear error, and the first goes on unharmed', async () => {
    const directory = await makeDirectory();
    await withGraph(directory, async (store) => {
      await importText(store, smallFacts);
      const before = await dumpGraph(store);
      const second = startGraphProcess(new URL('./graph-process.ts', import.meta.url), directory);
      await expect(second.says('open')).rejects.toThrow(
        `${join(directory, 'graph.grafeo')} is in use by another process.`,
      );
      expect(await dumpGraph(store)).toEqual(before);
      await importText(store, correctedContract);
      expect(await store.read(checkConsistency)).toEqual([]);
    });
    await withGraph(directory, async (store) => expect(await store.read(checkConsistency)).toEqual([]));
  }, 60_000);

  it('gets the graph as soon as the first has ended', async () => {
    const directory = await makeDirectory();
    const first = startGraphProcess(new URL('./graph-process.ts', import.meta.url), directory);
    await first.says('open');
    await expect(openEmbeddedStore(directory)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('in use by another process'),
    });
    expect(await first.end()).toBe(0);
    await withGraph(directory, (store) => importText(store, smallFacts));
  }, 60_000);
});
