import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { createChangeWatch } from '../../src/live/change-watch.js';
import { startWebhooks } from '../../src/live/webhooks.js';
import { createLog } from '../../src/log.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { importText } from '../support/import-text.js';
import { type Receiver, startReceiver } from './receiver.js';

const secret = 'a secret of sixteen or more';
const source = (id: string): string => `sources: [{ id: ${id}, publisher: Paper, title: Story }]`;

describe('a webhook', () => {
  let store: GraphStore;
  let receiver: Receiver;
  let serving: { stop(): Promise<void> } | undefined;

  const serve = (): void => {
    const feed = { store, watch: createChangeWatch(store) };
    serving = startWebhooks(feed, { urls: [receiver.url], secret, log: createLog('silent') });
  };
  /** Ids in the order in which they came, those that came twice too. */
  const delivered = (): string[] =>
    receiver.deliveries.flatMap(({ body }) =>
      (JSON.parse(body) as { changes: { recordId: string }[] }).changes.map(({ recordId }) => recordId),
    );
  /** The number of the last change whose delivery is noted; undefined before the webhook is known. */
  const noted = async (): Promise<number | undefined> => {
    const [place] = await store.read((reader) =>
      reader.run<{ sequence: number }>('MATCH (place:WebhookPlace) RETURN place.sequence AS sequence'),
    );
    return place?.sequence;
  };

  beforeEach(async () => {
    store = await openMemoryStore();
    receiver = await startReceiver();
    serve();
    await expect.poll(noted).toBe(0);
  });
  afterEach(async () => {
    await serving?.stop();
    await receiver.stop();
    await store.close();
  });

  it('gets every change in order, with the record in it', async () => {
    await importText(store, source('one'));
    await expect.poll(delivered).toEqual(['one']);
    await importText(store, source('two'));
    await expect.poll(delivered).toEqual(['one', 'two']);
    const [first] = receiver.deliveries;
    expect(JSON.parse(first?.body ?? '')).toMatchObject({
      changes: [
        {
          sequence: 1,
          action: 'CREATED',
          recordId: 'one',
          kind: 'SOURCE',
          after: { id: 'one', title: 'Story' },
        },
      ],
    });
  });

  it('can tell by the signature that a delivery is ours, and when it was sent', async () => {
    await importText(store, source('one'));
    await expect.poll(() => receiver.deliveries.length).toBe(1);
    const [{ timestamp, signature, body } = { timestamp: '', signature: '', body: '' }] = receiver.deliveries;
    const expected = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    expect(signature).toBe(`sha256=${expected}`);
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60);
  });

  it('gets a change again that it did not acknowledge', async () => {
    receiver.answers.push(500, 503);
    await importText(store, source('one'));
    await expect.poll(delivered).toEqual(['one', 'one', 'one']);
    await importText(store, source('two'));
    await expect.poll(delivered).toEqual(['one', 'one', 'one', 'two']);
  }, 20_000);

  it('goes on where it was after a restart', async () => {
    await importText(store, source('one'));
    // What was delivered and is not noted yet would be delivered again.
    await expect.poll(noted).toBe(1);
    await serving?.stop();
    await importText(store, source('two'));
    // The process that was stopped still holds the webhook for as long as its lease; a crash would look the same.
    await store.write((writer) => writer.run('MATCH (place:WebhookPlace) SET place.heldUntil = 0'));
    serve();
    await expect.poll(delivered).toEqual(['one', 'two']);
  });

  it('is served by one process at a time', async () => {
    const feed = { store, watch: createChangeWatch(store) };
    const other = startWebhooks(feed, { urls: [receiver.url], secret, log: createLog('silent') });
    await importText(store, source('one'));
    await importText(store, source('two'));
    await expect.poll(delivered).toEqual(['one', 'two']);
    await other.stop();
  });
});
