// What is exported and imported into an empty graph is the same graph, in every format.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { exportFacts } from '../../src/facts/export-facts.js';
import { type ExportFormat, exportFormat } from '../../src/facts/export-formats.js';
import { importFacts } from '../../src/facts/import-facts.js';
import { readFolder } from '../../src/facts/read-folder.js';
import { kinds } from '../../src/model/registry.js';
import { retractRecord } from '../../src/records/retract-record.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { readFlows, readRecords, readReferences } from '../store/dump-graph.js';
import { hostileTexts } from '../store/hostile-texts.js';
import { importText } from '../support/import-text.js';
import { openSeededStore } from '../support/seeded-store.js';

let folder: string;
const open: GraphStore[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-export-'));
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function opened(store: Promise<GraphStore>): Promise<GraphStore> {
  open.push(await store);
  return store;
}

const contentOf = async (store: GraphStore): Promise<unknown> => ({
  records: await readRecords(store),
  references: await readReferences(store),
  flows: await readFlows(store),
});

async function roundTrip(store: GraphStore, format: ExportFormat): Promise<GraphStore> {
  await exportFacts(store, { format, kinds, folder });
  const other = await opened(openMemoryStore());
  await importFacts(other, await readFolder(folder), { actor: 'test', now: new Date('2026-07-01') });
  return other;
}

/** Texts that lists, formulas, quotes and numbers are made of; a NUL can be in no file. */
const odd = [
  ...hostileTexts.filter((text) => text.trim() !== '' && !text.includes('\0') && text.length < 200),
  ...[
    '=1+1',
    '+1',
    '-1',
    '@a',
    "'=1",
    "''@x",
    "'t",
    '\uff1dA1',
    '1;2',
    ';',
    '\\;',
    '\\\\',
    '"',
    '""',
    'true',
    '2026',
    '0x1F',
    '~',
    '*a',
    '&a',
    '- a',
    '? b',
    '| c',
    '1e3',
    'a,b',
    '#',
  ],
];

describe.each(exportFormat.values.map((format) => [format] as const))('as %s', (format) => {
  it('the seed comes back as it was', { timeout: 120_000 }, async () => {
    const store = await opened(openSeededStore());
    expect(await contentOf(await roundTrip(store, format))).toEqual(await contentOf(store));
  });

  it('texts of every sort come back as they were, and exact amounts', async () => {
    const store = await opened(openMemoryStore());
    const companies = odd.map((text, index) => ({
      id: `c-${index}`,
      name: text,
      aliases: [text, `${text};${text}`, `\\${text}`],
      roles: ['AI_LAB'],
      country: 'US',
      summary: `${text}\n${text}\r\n"${text}"`,
    }));
    const metrics = ['9223372036854775807', '-9223372036854775807', '-5', '0'].map((value, index) => ({
      id: `m-${index}`,
      company: 'c-0',
      metric: 'NET_INCOME',
      period: '2025',
      amount: { value, currency: 'USD', basis: 'TOTAL' },
      sources: ['s'],
    }));
    await importText(
      store,
      JSON.stringify({ sources: [{ id: 's', publisher: 'P', title: 'T' }], companies, metrics }),
    );
    const records = await readRecords(store);
    expect(records.filter(({ kind }) => kind === 'COMPANY')).toHaveLength(odd.length);
    expect(await readRecords(await roundTrip(store, format))).toEqual(records);
  });
});

describe('an export', () => {
  const facts = `
companies:
- {id: zeta, name: '=SUM(A1)', roles: [AI_LAB], country: US, aliases: ['@a', b]}
- {id: alpha, name: Alpha, roles: [AI_LAB, INVESTOR], country: US}
- {id: gone, name: Gone, roles: [AI_LAB], country: US}
`;
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

  it('has a file for each kind with records, live ones only, sorted by id, formulas made harmless', async () => {
    const store = await opened(openMemoryStore());
    await importText(store, facts);
    await retractRecord(store, 'gone', { actor: 'test', reason: 'It never was.' });
    const report = await exportFacts(store, { format: 'csv', kinds, folder });
    expect(report).toEqual({ records: 2, files: [join(folder, 'companies.csv')] });
    expect(await readdir(folder)).toEqual(['companies.csv']);
    expect(await read('companies.csv')).toBe(
      `id,name,roles,country,aliases,legalName,ticker,founded,website,wikidata,summary,sources
alpha,Alpha,AI_LAB;INVESTOR,US,,,,,,,,
zeta,'=SUM(A1),AI_LAB,US,'@a;b,,,,,,,
`,
    );
  });

  it('never writes among other files', async () => {
    const store = await opened(openMemoryStore());
    await exportFacts(store, { format: 'yaml', kinds, folder });
    await importText(store, facts);
    await exportFacts(store, { format: 'yaml', kinds, folder });
    await expect(exportFacts(store, { format: 'json', kinds, folder })).rejects.toThrow(
      `${folder} is not empty; name a new folder for the files`,
    );
    expect(await readdir(folder)).toEqual(['companies.yaml']);
  });
});
