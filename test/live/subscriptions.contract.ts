/** What subscribers are promised, whichever process wrote and whatever the transport. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.js';
import { importText } from '../support/import-text.js';
import { makeKey } from '../support/make-key.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';
import { type Followed, followByEvents, followBySocket } from './follow.js';

const sources = (...ids: string[]): string =>
  `sources:\n${ids.map((id) => `  - { id: ${id}, publisher: Paper, title: Story }\n`).join('')}`;
const company = (id: string, source: string): string =>
  `companies:\n  - { id: ${id}, name: ${id}, roles: [AI_LAB], country: US, sources: [${source}] }\n`;

interface Changes {
  readonly changes: { readonly sequence: number; readonly recordId: string };
}
const all = 'subscription { changes { sequence recordId } }';

const transports: Readonly<Record<string, (url: string, query: string) => Promise<Followed<Changes>>>> = {
  WebSocket: async (url, query) => followBySocket(url, query),
  'server-sent events': followByEvents,
};

/** `openStores` gives two stores over one fresh graph, as two processes have them. */
export function describeSubscriptions(
  name: string,
  openStores: () => Promise<readonly [GraphStore, GraphStore]>,
): void {
  describe(`${name}: a subscription to changes`, () => {
    let stores: readonly [GraphStore, GraphStore];
    let servers: RunningServer[] = [];
    const followed: Followed<unknown>[] = [];

    beforeEach(async () => {
      stores = await openStores();
      servers = [await serveStore(stores[0], { SUBSCRIPTIONS_PER_CLIENT: '2' }), await serveStore(stores[1])];
    });
    afterEach(async () => {
      for (const one of followed.splice(0)) await one.stop();
      for (const server of servers) await server.stop();
    });

    const url = (): string => servers[0]?.url ?? '';
    const write = (text: string): Promise<unknown> => importText(stores[1], text);
    const idsFrom = async (feed: Followed<Changes>, count: number): Promise<[number?, string?][]> => {
      const found: [number?, string?][] = [];
      for (let at = 0; at < count; at += 1) {
        const { data } = await feed.next();
        found.push([data?.changes.sequence, data?.changes.recordId]);
      }
      return found;
    };

    for (const [transport, follow] of Object.entries(transports)) {
      it(`over ${transport} tells of what another process writes, in order`, async () => {
        const feed = await follow(url(), 'subscription { changes(after: 0) { sequence recordId } }');
        followed.push(feed);
        await write(sources('one', 'two'));
        await write(sources('three'));
        expect(await idsFrom(feed, 3)).toEqual([
          [1, 'one'],
          [2, 'two'],
          [3, 'three'],
        ]);
      });

      it(`over ${transport} goes on behind the last change that came, after a lost connection`, async () => {
        const feed = await follow(url(), 'subscription { changes(after: 0) { sequence recordId } }');
        await write(sources('one'));
        expect(await idsFrom(feed, 1)).toEqual([[1, 'one']]);
        await feed.stop();
        await write(sources('two', 'three'));
        const again = await follow(url(), 'subscription { changes(after: 1) { sequence recordId } }');
        followed.push(again);
        expect(await idsFrom(again, 2)).toEqual([
          [2, 'two'],
          [3, 'three'],
        ]);
      });
    }

    it('tells of a record and of those that refer to it, when asked for one', async () => {
      const feed = await followByEvents<Changes>(
        url(),
        'subscription { changes(after: 0, of: ["one"]) { sequence recordId } }',
      );
      followed.push(feed);
      await write(sources('one', 'two'));
      await write(company('lab', 'two'));
      await write(company('cloud', 'one'));
      expect(await idsFrom(feed, 2)).toEqual([
        [1, 'one'],
        [4, 'cloud'],
      ]);
    });

    it('tells of some kinds of record only, when asked so', async () => {
      const feed = await followByEvents<Changes>(
        url(),
        'subscription { changes(after: 0, kinds: [COMPANY]) { sequence recordId } }',
      );
      followed.push(feed);
      await write(sources('one'));
      await write(company('lab', 'one'));
      expect(await idsFrom(feed, 1)).toEqual([[2, 'lab']]);
    });

    it('shows a record as it is when the change is told, not as it was when the subscription began', async () => {
      const feed = await followByEvents<{ changes: { record: { title: string } } }>(
        url(),
        'subscription { changes(after: 0) { record { ... on Source { title } } } }',
      );
      followed.push(feed);
      await write('sources: [{ id: one, publisher: Paper, title: First }]');
      expect((await feed.next()).data?.changes.record.title).toBe('First');
      await write('sources: [{ id: one, publisher: Paper, title: Second }]');
      expect((await feed.next()).data?.changes.record.title).toBe('Second');
    });

    it('is refused beyond what one client may hold, and allowed again when one has ended', async () => {
      const [first, second] = [await followByEvents(url(), all), await followByEvents(url(), all)];
      followed.push(second);
      await expect(followByEvents(url(), all)).rejects.toThrow('RATE_LIMITED');
      await first.stop();
      await expect
        .poll(() =>
          followByEvents(url(), all).then(
            (third) => followed.push(third),
            () => 0,
          ),
        )
        .toBeGreaterThan(0);
    });

    it('is refused to a token that is not valid', async () => {
      await expect(followByEvents(url(), all, 'nonsense')).rejects.toThrow('UNAUTHENTICATED');
      await expect(followBySocket(url(), all, 'nonsense').next()).rejects.toMatchObject({ code: 4403 });
    });

    it('is open to a reader with a token', async () => {
      const { text } = await makeKey(stores[0], 'READER', 'rita');
      const feed = followBySocket<Changes>(
        url(),
        'subscription { changes(after: 0) { sequence recordId } }',
        text,
      );
      followed.push(feed);
      await write(sources('one'));
      expect(await idsFrom(feed, 1)).toEqual([[1, 'one']]);
    });

    it('does not take queries or mutations in', async () => {
      await expect(followByEvents(url(), '{ __typename }')).rejects.toThrow(
        'Only a subscription can be followed',
      );
      await expect(
        followBySocket(url(), 'mutation { retract(id: "one", reason: "x") { change { sequence } } }').next(),
      ).rejects.toMatchObject([{ extensions: { code: 'VALIDATION_FAILED' } }]);
    });

    it('ends when the server stops', async () => {
      const feed = await followByEvents<Changes>(url(), all);
      await servers[0]?.stop();
      servers = servers.slice(1);
      expect(await feed.next()).toBeNull();
    });
  });
}
