// A long text that is imported over the API holds up nobody else.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { readLedger } from '../../src/records/ledger.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';
import { type Editor, makeEditor } from '../writes/use-editor.js';
import { type ImportRequest, importInput } from './import-request.js';

let server: RunningServer;
let editor: Editor;
beforeAll(async () => {
  server = await serveStore(await openMemoryStore(), { REQUEST_TIMEOUT_MS: '120000' });
  editor = await makeEditor(server);
});
afterAll(() => server.stop());

/** How many questions another client got answered, one after the other, while an import was under way. */
async function answeredWhile(importing: Promise<unknown>): Promise<number> {
  let [answered, isDone] = [0, false];
  const done = importing.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    const response = await fetch(`${server.url}/graphql?query={__typename}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    if (!isDone) answered += 1;
  }
  await done;
  return answered;
}

const ROWS = 12_000;
const rows = (row: string): string => row.repeat(ROWS);
const yaml = `sources:\n${rows('- { id: "-", publisher: Press, title: The report }\n')}`;
const json = `{"sources": [${rows('{"id": "-", "publisher": "Press", "title": "R"},')} 1]}`;
const csv = `id,publisher,title\n${rows('-,Press,The first report of the whole year\n')}`;

it.each<[ImportRequest, faults: number]>([
  [{ input: yaml, format: 'YAML' }, ROWS],
  // Its last row is no record.
  [{ input: json, format: 'JSON' }, ROWS + 1],
  [{ input: csv, format: 'CSV', section: 'SOURCE' }, ROWS],
])(
  'others are answered while a long text is read and checked: $format',
  { timeout: 120_000 },
  async (request, faults) => {
    const importing = importInput(editor, request);
    // Were it read in one go, the few that came before it would be all.
    expect(await answeredWhile(importing)).toBeGreaterThan(20);
    const answer = await importing;
    expect([answer.faults.length, answer.moreFaults]).toEqual([1_000, faults - 1_000]);
    expect((await server.store.read(readLedger)).sequence).toBe(0);
  },
);

it('the place of a fault in a long text is told', { timeout: 60_000 }, async () => {
  const sound = Array.from(
    { length: 2_000 },
    (_, index) => `- { id: s-${index}, publisher: Press, title: T }\n`,
  );
  const input = `sources:\n${sound.join('')}- { id: last, publisher: Press, titel: T }\n`;
  const answer = await importInput(editor, { input, format: 'YAML' });
  expect(answer.faults.map(({ line, column }) => [line, column])).toEqual([
    [2_002, 3],
    [2_002, 33],
  ]);
});
