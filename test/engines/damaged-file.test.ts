// A graph whose file is damaged is refused with an error that names it, and is left as it is.
import { cp, mkdir, mkdtemp, readFile, rm, truncate, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../src/engines/embedded/embedded-store.js';
import { dumpGraph } from '../store/dump-graph.js';
import { smallFacts } from '../store/small-facts.js';
import { idsIn } from '../store/use-store.js';
import { importText } from '../support/import-text.js';
import { pollUntil } from '../support/poll-until.js';
import { readTree } from './read-tree.js';

let folder = '';
/** A graph that was closed in order, and one as a crash leaves it, with its log. */
let [closed, crashed] = ['', ''];
let content: unknown;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-'));
  [closed, crashed] = [join(folder, 'closed'), join(folder, 'crashed')];
  const store = await openEmbeddedStore(closed);
  await importText(store, smallFacts);
  content = await dumpGraph(store);
  await cp(closed, crashed, { recursive: true });
  await store.close();
}, 30_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const copyOf = async (graph: string): Promise<string> => {
  const copy = await mkdtemp(join(folder, 'copy-'));
  await cp(graph, copy, { recursive: true });
  return copy;
};
const fileIn = (directory: string): string => join(directory, 'graph.grafeo');

async function overwrite(path: string, start: number, change: (bytes: Buffer) => void): Promise<void> {
  const bytes = await readFile(path);
  change(bytes.subarray(start));
  await writeFile(path, bytes);
}

const damages: readonly [string, (path: string) => Promise<void>][] = [
  ['is empty', (path) => truncate(path, 0)],
  ['ends in its header', (path) => truncate(path, 10)],
  ['ends half way', async (path) => truncate(path, Math.floor((await readFile(path)).length / 2))],
  ['begins with something else', (path) => overwrite(path, 0, (bytes) => bytes.write('SQLite format 3'))],
  ['is all zeroes', (path) => overwrite(path, 0, (bytes) => bytes.fill(0))],
  [
    'has a hole in the middle',
    (path) => overwrite(path, 0, (bytes) => bytes.fill(0, bytes.length / 4, bytes.length / 2)),
  ],
  ['is some other file', (path) => writeFile(path, 'companies: []\n')],
  [
    'is a folder',
    async (path) => {
      await unlink(path);
      await mkdir(path);
    },
  ],
];

describe('a file that', () => {
  it.each(damages)('%s is refused by name, and left as it is', async (_what, damage) => {
    const directory = await copyOf(closed);
    await damage(fileIn(directory));
    const before = await readTree(directory);
    await expect(openEmbeddedStore(directory)).rejects.toMatchObject({
      name: 'AppError',
      code: 'UNAVAILABLE',
      message: expect.stringContaining(`${fileIn(directory)} can't be opened as a graph`),
    });
    expect(await readTree(directory)).toEqual(before);
  });

  it('has one wrong byte anywhere is refused, or the byte meant nothing', async () => {
    const size = (await readFile(fileIn(closed))).length;
    let refused = 0;
    for (let part = 0; part < 40; part += 1) {
      const directory = await copyOf(closed);
      const at = Math.floor((size * part) / 40) + part;
      await overwrite(fileIn(directory), at, (bytes) => bytes.writeUInt8((bytes[0] ?? 0) ^ 0x55));
      const store = await openEmbeddedStore(directory).catch(() => undefined);
      if (store === undefined) {
        refused += 1;
        continue;
      }
      expect(await dumpGraph(store)).toEqual(content);
      await store.close();
    }
    expect(refused).toBeGreaterThan(0);
  }, 60_000);
});

describe('a log', () => {
  it('left by a crash is read, and nothing is lost', async () => {
    const store = await openEmbeddedStore(await copyOf(crashed));
    expect(await dumpGraph(store)).toEqual(content);
    await store.close();
  });

  it('without its file is refused, and no new file is made', async () => {
    const directory = await copyOf(crashed);
    await unlink(fileIn(directory));
    const before = await readTree(directory);
    await expect(openEmbeddedStore(directory)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining(`${fileIn(directory)} is missing, but its log`),
    });
    expect(await readTree(directory)).toEqual(before);
  });

  it('that is damaged is refused by name once it is safe on disk; before, the damage ends it', async () => {
    const directory = await mkdtemp(join(folder, 'log-'));
    const store = await openEmbeddedStore(directory);
    const written = ['first'];
    await importText(store, 'sources: [{id: first, publisher: P, title: What is damaged}]');
    await pollUntil(async () => {
      written.push(`source-${written.length}`);
      await importText(store, `sources: [{id: ${written.at(-1)}, publisher: P, title: T}]`);
      const copy = await copyOf(directory);
      const log = (await readTree(copy)).find(({ path }) => path.includes('.wal'))?.path ?? '';
      await overwrite(join(copy, log), 0, (bytes) => bytes.write('X', bytes.indexOf('What is damaged')));
      const before = await readTree(copy);
      const opened = await openEmbeddedStore(copy).catch((error: unknown) => error);
      if (opened instanceof Error) {
        expect(opened).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining(fileIn(copy)) });
        expect(await readTree(copy)).toEqual(before);
        return true;
      }
      const survivors = opened as Awaited<ReturnType<typeof openEmbeddedStore>>;
      expect(await idsIn(survivors)).toEqual([]);
      await survivors.close();
      return false;
    });
    expect(await idsIn(store)).toEqual(written.sort());
    await store.close();
  }, 60_000);
});

describe('a folder', () => {
  it('that is a file is refused by name', async () => {
    const path = join(folder, 'file');
    await writeFile(path, 'text');
    await expect(openEmbeddedStore(path)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining(`${path} can't hold the graph`),
    });
    expect(await readFile(path, 'utf8')).toBe('text');
  });
});
