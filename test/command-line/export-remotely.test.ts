// An export through a server is the one that would be made where the graph is, to the byte.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportFrom, exportHere, planExport } from '../../src/command-line/export.js';
import { createRemoteClient } from '../../src/command-line/remote-client.js';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { exportFormat } from '../../src/facts/export-formats.js';
import { importFacts } from '../../src/facts/import-facts.js';
import { readFolder } from '../../src/facts/read-folder.js';
import { restoreRecord } from '../../src/records/restore-record.js';
import { retractRecord } from '../../src/records/retract-record.js';
import { importText } from '../support/import-text.js';
import { makeKey } from '../support/make-key.js';
import { type RunningServer, startServer } from '../support/start-server.js';

let server: RunningServer;
let folder: string;
let key: string;

const how = { actor: 'test', reason: 'a test', ifVersion: undefined };
const company = (id: string, name: string): string =>
  `companies: [{id: ${id}, name: ${name}, roles: [AI_LAB], country: US}]`;

beforeAll(async () => {
  server = await startServer({ REQUIRE_AUTH: 'true' });
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-export-'));
  key = (await makeKey(server.store, 'READER')).text;
  // Records that changed, that went away, and that came back.
  await importText(server.store, company('fresh', 'Fresh'));
  await importText(server.store, company('fresh', 'Fresher'));
  await importText(server.store, company('gone', 'Gone'));
  await importText(server.store, company('back', 'Back'));
  await retractRecord(server.store, 'gone', how);
  await retractRecord(server.store, 'back', how);
  await restoreRecord(server.store, 'back', how);
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The files of a folder by name, and what was printed of them. */
async function filesOf(
  name: string,
  work: (out: string, print: (line: string) => void) => Promise<void>,
): Promise<{ files: Record<string, string>; printed: string[] }> {
  const out = join(folder, name);
  const printed: string[] = [];
  await work(out, (line) => printed.push(line.replace(out, 'OUT')));
  const names = (await readdir(out)).sort();
  const texts = await Promise.all(names.map((file) => readFile(join(out, file), 'utf8')));
  return { files: Object.fromEntries(names.map((file, at) => [file, texts[at] ?? ''])), printed };
}

const client = (holder: string | undefined = key) => createRemoteClient(server.url, holder);

describe.each(exportFormat.values)('in %s', (format) => {
  test('all files are the same', async () => {
    const there = await filesOf(`there-${format}`, (out, print) =>
      exportFrom(client(), planExport({ format, out }), print),
    );
    const here = await filesOf(`here-${format}`, (out, print) =>
      exportHere(server.store, planExport({ format, out }), print),
    );
    expect(Object.keys(there.files).length).toBeGreaterThan(10);
    expect(there).toEqual(here);
    expect(there.files[`companies.${format}`]).toContain('Fresher');
    expect(there.files[`companies.${format}`]).not.toContain('Gone');
  });

  test('one kind alone is one file', async () => {
    const { files, printed } = await filesOf(`one-${format}`, (out, print) =>
      exportFrom(client(), planExport({ format, out, kind: 'chips' }), print),
    );
    expect(Object.keys(files)).toEqual([`chips.${format}`]);
    expect(printed).toEqual([expect.stringMatching(/^Exported \d+ records into 1 files in OUT\.$/)]);
  });
});

test('what is written meanwhile is in it whole, or not at all', async () => {
  let isWriting = true;
  const writing = (async () => {
    // A pair of companies is written at once, with the same name.
    for (let round = 1; isWriting; round += 1) {
      await importText(
        server.store,
        `companies:\n${['one', 'two'].map((id) => `- {id: pair-${id}, name: Round ${round}, roles: [AI_LAB], country: US}`).join('\n')}`,
      );
    }
  })();
  const { files } = await filesOf('meanwhile', (out, print) =>
    exportFrom(client(), planExport({ out }), print),
  );
  isWriting = false;
  await writing;
  const rounds = [...(files['companies.yaml'] ?? '').matchAll(/name: (Round \d+)/g)].map(([, name]) => name);
  expect(new Set(rounds).size).toBe(rounds.length / 2);

  const store = await openMemoryStore();
  const report = await importFacts(store, await readFolder(join(folder, 'meanwhile')), {
    actor: 'test',
    now: new Date(),
  });
  expect(report.created).toBeGreaterThan(2_400);
  await store.close();
});

test('without a key where one is needed nothing is written but an empty folder', async () => {
  const out = join(folder, 'refused');
  await expect(
    exportFrom(createRemoteClient(server.url, undefined), planExport({ out }), () => {}),
  ).rejects.toThrow('Reading needs a token here.');
  expect(await readdir(out)).toEqual([]);
});

test.each([
  [{ format: 'xml' }, 'There is no format "xml"; the formats are yaml, json, csv.'],
  [{ kind: 'chip' }, 'There is no section "chip"; did you mean "chips"'],
])('%j is not understood', (options, message) => {
  expect(() => planExport(options)).toThrow(
    expect.objectContaining({ name: 'UsageError', message: expect.stringContaining(message) }),
  );
});
