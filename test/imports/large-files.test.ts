// An import of more records than one transaction takes: checked whole, then written batch by batch.
import { appendFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { type FactSource, openFactSource } from '../../src/facts/fact-source.js';
import { type ImportFilesOptions, importFiles, previewFiles } from '../../src/facts/import-files.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import { readLedger } from '../../src/records/ledger.js';
import type { WriteReport } from '../../src/records/write-records.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { readFlows, readLog, readRecords, readReferences } from '../store/dump-graph.js';
import { importText } from '../support/import-text.js';

let folder: string;
let store: GraphStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-large-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  store = await openMemoryStore();
});
afterEach(() => store.close());

const author = { actor: 'test', clock: () => new Date('2026-07-01') };
const options = { batchSize: 2 };

const open = (...paths: readonly string[]): Promise<FactSource[]> =>
  Promise.all(paths.map((path) => openFactSource(path)));

function write(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const importPaths = async (paths: readonly string[], more: ImportFilesOptions = {}): Promise<WriteReport> =>
  importFiles(store, await open(...paths), author, { ...options, ...more });

/** What the graph says, without the order in which it was written. */
const contentOf = async (of: GraphStore): Promise<unknown> => ({
  records: await readRecords(of),
  references: await readReferences(of),
  flows: await readFlows(of),
});

const isEmpty = async (): Promise<boolean> => (await store.read(readLedger)).sequence === 0;

const sourceRows = (count: number): string[] => [
  'id,publisher,title',
  ...Array.from({ length: count }, (_, index) => `s-${index + 1},Press,Report ${index + 1}`),
];

const companies = ['id,name,roles,country', 'seller,The Seller,NEOCLOUD,US', 'buyer,The Buyer,AI_LAB,US'];
const dealHeader =
  'id,supplier,customer,summary,announcedOn,status,confidence,sources,replacedBy,expands,endsOn';
const deal = (id: string, ending: string): string =>
  `${id},The Seller,buyer,A deal.,2025,ACTIVE,REPORTED,press,${ending}`;
/** Each in another batch than what it refers to: the first waits for the last, and two refer to each other. */
const deals = [
  dealHeader,
  deal('first', ',last,'),
  deal('second', ',first,'),
  deal('third', ',,'),
  deal('fourth', 'fifth,,2026'),
  deal('fifth', ',fourth,'),
  deal('last', ',,'),
];
const press = 'sources: [{id: press, publisher: Press, title: The first report}]';

const asText = `${press}
companies:
- {id: seller, name: The Seller, roles: [NEOCLOUD], country: US}
- {id: buyer, name: The Buyer, roles: [AI_LAB], country: US}
cloudContracts:
${[
  'first|expands: last',
  'second|expands: first',
  'third|',
  'fourth|replacedBy: fifth, endsOn: "2026"',
  'fifth|expands: fourth',
  'last|',
]
  .map((row) => row.split('|'))
  .map(
    ([id, more]) =>
      `- {id: ${id}, supplier: seller, customer: buyer, summary: A deal., announcedOn: "2025", status: ACTIVE, confidence: REPORTED, sources: [press], ${more}}`,
  )
  .join('\n')}`;

describe('a large import', () => {
  it('is as complete as a small one, whatever refers to what comes later, by id or by name', async () => {
    const paths = [
      write('cloudContracts.csv', deals),
      write('companies.csv', companies),
      write('press.yaml', [press]),
    ];
    expect(await importPaths(paths)).toEqual({ created: 9, updated: 0, unchanged: 0, sequence: 9 });
    expect(await store.read(checkConsistency)).toEqual([]);
    const small = await openMemoryStore();
    await importText(small, asText);
    expect(await contentOf(store)).toEqual(await contentOf(small));
    await small.close();
    expect(await importPaths(paths)).toEqual({ created: 0, updated: 0, unchanged: 9, sequence: 9 });
  });

  it('numbers its changes without a gap', async () => {
    await importPaths([write('sources.csv', sourceRows(5))]);
    const sequences = (await readLog(store)).map(({ sequence }) => sequence);
    expect(sequences).toEqual([1, 2, 3, 4, 5, 5]);
  });

  it('of a YAML file is written in batches, too', async () => {
    const path = write('facts.yaml', [asText]);
    const told: number[] = [];
    const report = await importPaths([path], { onWritten: (written) => told.push(written) });
    expect(report).toEqual({ created: 9, updated: 0, unchanged: 0, sequence: 9 });
    // The source; both companies; then "first" and "second" wait, as does "fourth" for one batch.
    expect(told).toEqual([1, 3, 3, 4, 9]);
    expect(await store.read(checkConsistency)).toEqual([]);
  });

  it('is tried in the same batches, and nothing is written', async () => {
    const sources = await open(write('sources.csv', sourceRows(5)));
    const { differences, ...counts } = await previewFiles(store, sources, options);
    expect(counts).toEqual({ created: 5, updated: 0, unchanged: 0, moreDifferences: 0 });
    expect(differences.map(({ recordId }) => recordId)).toEqual(['s-1', 's-2', 's-3', 's-4', 's-5']);
    expect(await isEmpty()).toBe(true);
  });

  it('reads on only when what it read before is written', async () => {
    const [file] = await open(write('sources.csv', sourceRows(7)));
    if (file === undefined) throw new Error('the file was not opened');
    const steps: string[] = [];
    const watched: FactSource = {
      async *files(size) {
        for await (const part of file.files(size)) {
          steps.push(`read ${JSON.stringify(part.content).match(/s-\d/g)}`);
          yield part;
        }
      },
    };
    await importFiles(store, [watched], author, {
      batchSize: 3,
      onProgress: (phase, done) => steps.push(`${phase} ${done}`),
    });
    const parts = ['read s-1,s-2,s-3', 'read s-4,s-5,s-6', 'read s-7'];
    const passes = (phase: string) => parts.flatMap((part, index) => [part, `${phase} ${[3, 6, 7][index]}`]);
    // It is found to be large, outlined, checked and written.
    expect(steps).toEqual([...parts.slice(0, 2), ...parts, ...passes('CHECKING'), ...passes('WRITING')]);
  });
});

describe('a large import with a fault', () => {
  it.each([
    ['in its last row', 's-6,Press,', 'sources.csv:7:11: title is missing; this is a text'],
    ['of an id in another batch', 's-1,Press,T', 'sources.csv:7:1: id: "s-1" is taken at sources.csv:2;'],
    ['of a row too short', 's-6', 'sources.csv:7:1: this row has 1 cells, but the header names 3 columns'],
    ['of a quote that stays open', 's-6,"Press,T', 'sources.csv:7:1: a quoted cell of this row is never'],
  ])('%s writes nothing', async (_what, row, message) => {
    const path = write('sources.csv', [...sourceRows(5), row]);
    await expect(importPaths([path])).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    const said = await importPaths([path]).catch((error: Error) => error.message);
    expect(String(said).replaceAll(join(folder, '/'), '').split('\n')).toEqual([
      expect.stringContaining(message),
    ]);
    expect(await isEmpty()).toBe(true);
  });

  it('in each batch tells all of them, with what was meant', async () => {
    const path = write('cloudContracts.csv', [
      dealHeader,
      deal('first', ',lst,'),
      deal('second', ',,soon'),
      deal('third', ',,'),
      deal('last', ',nothing-of-the-sort,'),
    ]);
    const paths = [path, write('companies.csv', companies), write('press.yaml', [press])];
    const said = await importPaths(paths).catch((error: Error) => error.message);
    expect(String(said).replaceAll(join(folder, '/'), '').split('\n')).toEqual([
      'cloudContracts.csv:2:60: expands: there is no Deal "lst"; did you mean "last"?',
      expect.stringContaining('cloudContracts.csv:3:62: endsOn: "soon" is not a date'),
      'cloudContracts.csv:5:59: expands: there is no Deal "nothing-of-the-sort"; add it, or use the id or name of one that exists',
    ]);
    expect(await isEmpty()).toBe(true);
  });

  it('in every row tells the first thousand and counts the rest', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => `s-${index},Press`);
    const path = write('sources.csv', ['id,publisher,title', ...rows]);
    const said = await importPaths([path], { batchSize: 10_000 }).catch((error: Error) => error.message);
    const lines = String(said).split('\n');
    expect([lines.length, lines.at(-1)]).toEqual([1_001, '... and 29000 more.']);
    expect(lines[999]).toBe(`${path}:1001:1: this row has 2 cells, but the header names 3 columns`);
  });
});

describe('a large import that is stopped', () => {
  it('keeps whole batches, and goes on behind them', async () => {
    const path = write('sources.csv', sourceRows(7));
    const stop = new AbortController();
    const onWritten = (written: number, all: number): void => {
      expect(all).toBe(7);
      if (written === 4) stop.abort(new Error('enough'));
    };
    await expect(importPaths([path], { signal: stop.signal, onWritten })).rejects.toThrow('enough');
    expect((await readRecords(store)).map(({ id }) => id)).toEqual(['s-1', 's-2', 's-3', 's-4']);
    expect(await importPaths([path])).toEqual({ created: 3, updated: 0, unchanged: 4, sequence: 7 });
  });

  it('while it checks has written nothing', async () => {
    const stop = new AbortController();
    const onProgress = (): void => stop.abort(new Error('enough'));
    const path = write('sources.csv', sourceRows(7));
    await expect(importPaths([path], { signal: stop.signal, onProgress })).rejects.toThrow('enough');
    expect(await isEmpty()).toBe(true);
  });

  it.each([
    ['another row', (path: string) => appendFileSync(path, 's-8,Press,Report\n'), 6],
    ['a row less', () => write('sources.csv', sourceRows(4)), 4],
    [
      'another cell',
      () =>
        write(
          'sources.csv',
          sourceRows(7).map((row) => row.replace('3', '9')),
        ),
      2,
    ],
  ])('because its file got %s has written what was checked, and no more', async (_what, change, written) => {
    const path = write('sources.csv', sourceRows(7));
    const onProgress = (phase: string, done: number): void => {
      if (phase === 'CHECKING' && done === 7) change(path);
    };
    await expect(importPaths([path], { onProgress })).rejects.toThrow(
      'sources.csv changed while it was imported; import it again when it is complete',
    );
    expect((await readRecords(store)).map(({ id }) => id)).toEqual(
      Array.from({ length: written }, (_, index) => `s-${index + 1}`),
    );
  });
});
