/** Several API processes over one graph: the feed is in order and complete, whoever wrote and wherever it is read. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.js';
import { importText } from '../support/import-text.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';
import { type Editor, faultsIn, makeEditor } from './use-editor.js';
import { newContract, WRITE_FACTS, writeFacts } from './write-facts.js';
import { upsert } from './write-requests.js';

const EDITORS_EACH = 6;
const WRITES_EACH = 20;
const TOTAL = 2 * EDITORS_EACH * WRITES_EACH;

const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index);

interface FeedPage {
  readonly changes: readonly { readonly sequence: number; readonly recordId: string }[];
  readonly lastSequence: number;
}

const readPage = async ({ ask }: Editor, after: number): Promise<FeedPage> =>
  (
    await ask<{ changes: FeedPage }>(
      'query ($after: Int) { changes(after: $after, first: 7) { changes { sequence recordId } lastSequence } }',
      { after },
    )
  ).changes;

/** Both stores are of one graph; the first is empty, the second is opened after it. */
export function describeTwoProcesses(openStores: () => Promise<[GraphStore, GraphStore]>): void {
  describe('two processes over one graph', () => {
    let servers: readonly RunningServer[] = [];
    beforeEach(async () => {
      const stores = await openStores();
      const environment = { RATE_LIMIT_WITH_TOKEN: '0', REQUEST_TIMEOUT_MS: '60000' };
      servers = await Promise.all(stores.map((store) => serveStore(store, environment)));
      await importText(stores[0], writeFacts);
    });
    afterEach(() => Promise.all(servers.map((server) => server.stop())));

    it('number all changes without a gap, for whoever follows them while they are made', async () => {
      const editors = await Promise.all(
        servers.flatMap((server, process) =>
          upTo(EDITORS_EACH).map((index) => makeEditor(server, 'EDITOR', `editor-${process}-${index}`)),
        ),
      );
      const written = new Map<number, string>();
      const writing = Promise.all(
        editors.map(async (editor, index) => {
          for (const turn of upTo(WRITES_EACH)) {
            const input = { ...newContract, id: `deal-${index}-${turn % 5}`, summary: `Turn ${turn}.` };
            const { change } = await upsert(editor, 'CloudContract', input);
            if (change !== null) written.set(change.sequence, change.recordId);
          }
        }),
      );
      // Each page is asked of the other process, as a reader does that has lost its connection.
      const readers = [editors[0], editors.at(-1)] as [Editor, Editor];
      const seen: FeedPage['changes'][number][] = [];
      for (let after = WRITE_FACTS, turn = 0; seen.length < TOTAL; turn += 1) {
        const page = await readPage(readers[turn % 2] as Editor, after);
        expect(page.changes.map(({ sequence }) => sequence)).toEqual(
          page.changes.map((_, index) => after + 1 + index),
        );
        seen.push(...page.changes);
        after = page.lastSequence;
      }
      await writing;
      expect(seen.map(({ sequence, recordId }) => [sequence, recordId])).toEqual(
        [...written].sort(([one], [other]) => one - other),
      );
      expect(await readPage(readers[0], WRITE_FACTS + TOTAL)).toMatchObject({ changes: [] });
      expect(await faultsIn(readers[1])).toEqual([]);
    }, 120_000);

    it('see each other’s versions, names and retractions', async () => {
      const [one, other] = (await Promise.all(servers.map((server) => makeEditor(server)))) as [
        Editor,
        Editor,
      ];
      const company = { id: 'mistral-ai', name: 'Mistral', roles: ['AI_LAB'], country: 'FR' };
      await upsert(one, 'Company', company, { ifVersion: 0 });
      const contract = { ...newContract, customer: 'Mistral SAS' };
      expect((await upsert(other, 'CloudContract', contract)).change?.after?.customer).toBe('mistral-ai');
      const conflict = await upsert(other, 'Company', { ...company, country: 'DE' }, { ifVersion: 0 });
      expect(conflict.userErrors.map(({ currentVersion }) => currentVersion)).toEqual([1]);
    });
  });
}
