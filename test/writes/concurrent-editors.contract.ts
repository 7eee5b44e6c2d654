/** Many people write the same records at once, and none of them loses what was told was written. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenStore } from '../store/use-store.js';
import { importText } from '../support/import-text.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';
import { type Editor, faultsIn, makeEditor } from './use-editor.js';
import { type ChangeAnswer, upsert } from './write-requests.js';

const EDITORS = 32;
const RECORDS = 100;
/** Of these all editors know a version that they have seen, and try again. */
const SECOND_SWEEP = 20;
const TIME_LIMIT_MS = 300_000;

const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index);
const editorName = (index: number): string => `editor-${index}`;
const recordId = (index: number): string => `deal-${index}`;

const deal = (index: number, customer: string, summary = 'Cloud.'): Record<string, unknown> => ({
  id: recordId(index),
  supplier: 'cloud',
  customer,
  summary,
  announcedOn: '2026',
  status: 'ACTIVE',
  confidence: 'REPORTED',
  sources: ['press'],
});

/** For each editor a customer of its own, so that its writes are told from those of all others. */
const facts = JSON.stringify({
  sources: [{ id: 'press', publisher: 'P', title: 'T' }],
  companies: ['cloud', 'nobody', ...upTo(EDITORS).map(editorName)].map((id) => ({
    id,
    name: `The ${id}`,
    roles: ['AI_LAB'],
    country: 'US',
  })),
  cloudContracts: upTo(RECORDS).map((index) => deal(index, 'nobody')),
});
const FACTS = 1 + 2 + EDITORS + RECORDS;

/** Each begins somewhere else, so that no two go through the records side by side. */
const inOwnOrder = (editor: number, records: number): number[] =>
  upTo(records).map((index) => (index + editor * 3) % records);

interface FeedChange extends Pick<ChangeAnswer, 'sequence' | 'recordId' | 'version' | 'actor'> {
  readonly after: { readonly customer: string };
}

async function readFeed({ ask }: Editor): Promise<FeedChange[]> {
  const seen: FeedChange[] = [];
  for (let after = FACTS, hasMore = true; hasMore; ) {
    const { changes } = await ask<{
      changes: { changes: FeedChange[]; lastSequence: number; hasMore: boolean };
    }>(
      `{ changes(after: ${after}, first: 1000) {
        changes { sequence recordId version actor after } lastSequence hasMore
      } }`,
    );
    seen.push(...changes.changes);
    [after, hasMore] = [changes.lastSequence, changes.hasMore];
  }
  return seen;
}

/** What is in the graph at the end: who is the customer of each record, and its version. */
async function readRecords({ ask }: Editor): Promise<Record<string, [customer: string, version: number]>> {
  const { cloudContracts } = await ask<{
    cloudContracts: { nodes: { id: string; version: number; customer: { id: string } }[] };
  }>('{ cloudContracts(first: 200) { nodes { id version customer { id } } } }');
  return Object.fromEntries(
    cloudContracts.nodes.map(({ id, version, customer }) => [id, [customer.id, version]]),
  );
}

/** The same, as the feed tells it: the last change of each record counts. */
const told = (feed: readonly FeedChange[]): Record<string, [customer: string, version: number]> =>
  Object.fromEntries(feed.map(({ recordId: id, after, version }) => [id, [after.customer, version]]));

const inOrder = (changes: readonly ChangeAnswer[]): FeedChange[] =>
  changes
    .map(({ sequence, recordId: id, version, actor, after }) => ({
      ...{ sequence, recordId: id, version, actor, after: after as FeedChange['after'] },
    }))
    .sort((one, other) => one.sequence - other.sequence);

export function describeConcurrentEditors(openStore: OpenStore): void {
  describe(`${EDITORS} editors of the same ${RECORDS} records`, () => {
    let server: RunningServer | undefined;
    let editors: readonly Editor[] = [];
    beforeEach(async () => {
      const store = await openStore();
      server = await serveStore(store, { RATE_LIMIT_WITH_TOKEN: '0', REQUEST_TIMEOUT_MS: '60000' });
      await importText(store, facts);
      const running = server;
      editors = await Promise.all(
        upTo(EDITORS).map((index) => makeEditor(running, 'EDITOR', editorName(index))),
      );
    });
    afterEach(() => server?.stop());
    const [first] = [() => editors[0] as Editor];

    /** All of them at once; gives the changes that each was told that it made. */
    const writeAll = async (
      write: (editor: Editor, index: number) => Promise<ChangeAnswer[]>,
    ): Promise<FeedChange[]> => inOrder((await Promise.all(editors.map(write))).flat());

    async function expectAllIsWell(feed: readonly FeedChange[]): Promise<void> {
      expect(feed.map(({ sequence }) => sequence)).toEqual(
        upTo(feed.length).map((index) => FACTS + 1 + index),
      );
      expect(await readRecords(first())).toEqual(told(feed));
      expect(await faultsIn(first())).toEqual([]);
    }

    it(
      'with ifVersion: each version is won by one of them, and all others are told',
      async () => {
        const sweeps = [RECORDS, SECOND_SWEEP];
        const lost: string[] = [];
        const won = await writeAll(async (editor, index) => {
          const known = new Map(upTo(RECORDS).map((record) => [record, 1]));
          const changes: ChangeAnswer[] = [];
          for (const [sweep, records] of sweeps.entries()) {
            for (const record of inOwnOrder(index, records)) {
              const ifVersion = known.get(record) ?? 0;
              const input = deal(record, editorName(index), `Sweep ${sweep}.`);
              const answer = await upsert(editor, 'CloudContract', input, { ifVersion });
              const [fault] = answer.userErrors;
              known.set(record, answer.change?.version ?? fault?.currentVersion ?? 0);
              if (answer.change === null) lost.push(fault?.code ?? 'nothing');
              else changes.push(answer.change);
            }
          }
          return changes;
        });
        const feed = await readFeed(first());
        expect(feed).toEqual(won);
        const versions = feed.map(({ recordId: id, version }) => `${id} ${version}`);
        expect(new Set(versions).size).toBe(versions.length);
        expect(feed.filter(({ version }) => version === 2)).toHaveLength(RECORDS);
        expect(new Set(lost)).toEqual(new Set(['VERSION_CONFLICT']));
        expect(won.length + lost.length).toBe(EDITORS * (RECORDS + SECOND_SWEEP));
        await expectAllIsWell(feed);
      },
      TIME_LIMIT_MS,
    );

    it(
      'without it: the last one wins, and every write is in the feed',
      async () => {
        const written = await writeAll(async (editor, index) => {
          const changes: ChangeAnswer[] = [];
          for (const record of inOwnOrder(index, RECORDS)) {
            const { change } = await upsert(editor, 'CloudContract', deal(record, editorName(index)));
            if (change !== null) changes.push(change);
          }
          return changes;
        });
        const feed = await readFeed(first());
        expect(feed).toEqual(written);
        expect(feed).toHaveLength(EDITORS * RECORDS);
        await expectAllIsWell(feed);
      },
      TIME_LIMIT_MS,
    );
  });
}
