// Files on the disk: their endings, their bytes, and texts that are made to do harm.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { readFactFile } from '../../src/facts/fact-file.js';
import { loadFactFile } from '../../src/facts/fact-source.js';
import { importFacts } from '../../src/facts/import-facts.js';
import { readLedger } from '../../src/records/ledger.js';
import type { GraphStore } from '../../src/store/graph-store.js';

let folder: string;
let store: GraphStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  store = await openMemoryStore();
});
afterEach(() => store.close());

const authorship = { actor: 'test', now: new Date('2026-07-01') };

/** What is said of a file with these bytes: its faults without the folder, or how many records it made. */
async function importBytes(name: string, bytes: string | Buffer, section?: string): Promise<string | number> {
  await writeFile(join(folder, name), bytes);
  try {
    return (await importFacts(store, [await loadFactFile(join(folder, name), section)], authorship)).created;
  } catch (error) {
    return (error as Error).message.replaceAll(join(folder, '/'), '');
  }
}

const table = 'id,publisher,title\na,P,T\n';
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const manyRows = Array.from({ length: 60_000 }, (_, index) => `s-${index},Publisher,Title\n`).join('');

describe('a file', () => {
  it.each([
    ['sources.csv', table, undefined],
    ['sources.CSV', table, undefined],
    ['any name.csv', table, 'sources'],
    ['facts.yml', 'sources: [{id: a, publisher: P, title: T}]', undefined],
    ['windows.yaml', '\ufeffsources:\r\n- id: a\r\n  publisher: P\r\n  title: T\r\n', undefined],
    [
      'tabs.json',
      '\ufeff{\n\t"sources": [\n\t\t{"id": "a", "publisher": "P", "title": "T"}\n\t]\n}\n',
      undefined,
    ],
  ])('%s is read as its ending says', async (name, text, section) => {
    expect(await importBytes(name, text, section)).toBe(1);
  });

  it.each([
    [
      'sources.txt',
      table,
      'sources.txt:1:1: the ending of the file says how it is written: .yaml, .yml, .json or .csv',
    ],
    [
      'source.csv',
      table,
      'source.csv:1:1: "source" is not a section; did you mean "sources"?; name a CSV file after the section of its records, or say --section',
    ],
    [
      'sources.csv',
      latin1('id,publisher,title\na,P,T\nb,Soci\u00e9t\u00e9,T\n'),
      'sources.csv:3:7: the bytes here are not UTF-8; save the file as UTF-8',
    ],
    ['f.yaml', latin1('# \u00e9\n'), 'f.yaml:1:3: the bytes here are not UTF-8; save the file as UTF-8'],
    [
      'f.json',
      Buffer.concat([Buffer.from('# caf\u00e9 \ufffd '), Buffer.from([0xe2, 0x82])]),
      'f.json:1:10: the bytes here are not UTF-8; save the file as UTF-8',
    ],
    ['f.yaml', 'sources: []\n# \0', 'f.yaml:2:3: a NUL character stands here; take it out'],
    [
      'sources.csv',
      Buffer.from(table, 'utf16le'),
      'sources.csv:1:2: a NUL character stands here; take it out',
    ],
    [
      'sources.csv',
      latin1(`id,publisher,title\n${manyRows}x,\u00e9,T\n`),
      'sources.csv:60002:3: the bytes here are not UTF-8; save the file as UTF-8',
    ],
  ])('%s is refused for what is wrong with it', async (name, bytes, message) => {
    expect(await importBytes(name, bytes)).toBe(message);
  });
});

const deep =
  'this is nested deeper than 32 levels; a file of facts is a map of sections, each a list of records';
const aliases =
  'an alias (*name) leads nowhere, or the aliases of this file name too much (at most 100); write out what it stands for';
const numbered = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

describe('a text that is made to do harm', () => {
  it.each([
    ['deep brackets', '['.repeat(100_000), `1:33: ${deep}`],
    ['deep objects', `{"a":`.repeat(100_000), `1:161: ${deep}`],
    ['deep dashes', '- '.repeat(100_000), `1:65: ${deep}`],
    ['deep indentation', numbered(300, (index) => `${' '.repeat(index)}a:\n`), `32:33: ${deep}`],
    [
      'many keys',
      `companies: [{${numbered(2_000, (index) => `k${index}: 1, `)}}]`,
      '1:1704: this map has more than 200 keys',
    ],
    ['many aliases', `a: [${numbered(101, (index) => `&a${index} x, *a${index}, `)}]`, `1:1394: ${aliases}`],
    [
      'a tag of another program',
      'companies: !!js/function "f"\n',
      '1:12: Unresolved tag: tag:yaml.org,2002:js/function',
    ],
    ['a key that is a list', '? [companies]\n: []\n', '1:3: With stringKeys, all keys must be strings'],
    ['two documents', 'companies: []\n---\nchips: []\n', '2:1: Source contains multiple documents'],
    ['a polluted prototype', '__proto__: [{id: a}]\n', '1:1: __proto__ is not a section'],
    [
      'a polluted record',
      'sources: [{id: a, publisher: P, title: T, __proto__: {id: b}}]\n',
      '1:43: __proto__ is not a field here',
    ],
    [
      'a constructor',
      'sources: [{id: a, publisher: P, title: T, constructor: {}}]\n',
      '1:43: constructor is not a field here',
    ],
    [
      'a path for an id',
      'sources: [{id: ../../x, publisher: P, title: T}]\n',
      '1:12: id: "../../x" is not an id',
    ],
    [
      'a huge number',
      `sources: [{id: ${'9'.repeat(10_000)}, publisher: P, title: T}]\n`,
      '1:12: id: an id is a text',
    ],
  ])('is refused with its place: %s', async (_what, text, expected) => {
    const message = await importFacts(store, [readFactFile('f.yaml', text)], authorship).catch(
      (error: Error) => error.message,
    );
    expect(String(message).split('\n')).toEqual([expect.stringContaining(`f.yaml:${expected}`)]);
  });

  it('with endless lists is refused without a fault for each item', async () => {
    const file = readFactFile(
      'f.yaml',
      `competitions: [{id: a, market: CLOUD, parties: [${'1,'.repeat(5_000)}]}]`,
    );
    const fault = await importFacts(store, [file], authorship).catch((error: Error) => error.message);
    expect(fault).toBe('f.yaml:1:39: parties: this names at most 200');
  });
});

describe('an import that is stopped', () => {
  it('on its way leaves nothing', { timeout: 60_000 }, async () => {
    const rows = numbered(5_000, (index) => `s-${index},P,T\n`);
    await writeFile(join(folder, 'sources.csv'), `id,publisher,title\n${rows}`);
    const stop = new AbortController();
    const told: [number, number][] = [];
    const onProgress = (written: number, all: number): void => {
      told.push([written, all]);
      if (written === 4_000) stop.abort(new Error('stopped'));
    };
    const files = [await loadFactFile(join(folder, 'sources.csv'))];
    await expect(importFacts(store, files, authorship, { signal: stop.signal, onProgress })).rejects.toThrow(
      'stopped',
    );
    expect(told).toEqual([
      [2_000, 5_000],
      [4_000, 5_000],
    ]);
    expect(await store.read(readLedger)).toEqual({ sequence: 0 });
    expect(await importFacts(store, files, authorship)).toMatchObject({ created: 5_000 });
  });
});
