/**
 * Delivers every change to each webhook, in order and at least once: a delivery that was not acknowledged with a 2xx is
 * sent again, for as long as it takes. Receivers tell what they have seen by `sequence`.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../log.js';
import { toChangeJson } from '../records/change.js';
import { type ChangePage, readChanges } from '../records/read-changes.js';
import type { Feed } from './follow-changes.js';
import { sign } from './sign.js';
import { createWebhookPlace, LEASE_MS, type WebhookPlace } from './webhook-place.js';

const CHANGES_AT_ONCE = 100;
const DELIVERY_TIMEOUT_MS = 10_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;

export interface WebhookSettings {
  readonly urls: readonly string[];
  readonly secret: string;
  readonly log: Logger;
}

async function deliver(
  url: string,
  secret: string,
  { changes }: ChangePage,
  signal: AbortSignal,
): Promise<void> {
  const body = `{"changes":[${changes.map(toChangeJson).join(',')}]}`;
  const timestamp = Math.floor(Date.now() / 1000);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-webhook-timestamp': String(timestamp),
      'x-webhook-signature': `sha256=${sign(secret, timestamp, body)}`,
    },
    body,
    // Where a redirect leads was not configured.
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(DELIVERY_TIMEOUT_MS)]),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
}

/** Runs a step until it succeeds, with growing pauses between the attempts. */
async function persist<Result>(
  step: () => Promise<Result>,
  onFailure: (error: unknown, pauseMs: number) => void,
  signal: AbortSignal,
): Promise<Result> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await step();
    } catch (error) {
      signal.throwIfAborted();
      onFailure(error, pauseMs);
      await wait(pauseMs, undefined, { signal });
    }
  }
}

async function serve(
  feed: Feed,
  place: WebhookPlace,
  url: string,
  settings: WebhookSettings,
  signal: AbortSignal,
): Promise<void> {
  const { secret, log } = settings;
  const onFailure = (err: unknown, pauseMs: number): void =>
    log.warn({ err, pauseMs }, 'a webhook could not be served; trying again');
  for (;;) {
    const after = await persist(() => place.take(), onFailure, signal);
    if (after === undefined) {
      await wait(LEASE_MS / 2, undefined, { signal });
      continue;
    }
    const read = () => feed.store.read((reader) => readChanges(reader, { after, first: CHANGES_AT_ONCE }));
    const page = await persist(read, onFailure, signal);
    if (page.changes.length === 0) {
      // Woken by the lease too, so that it is renewed while nothing happens.
      const news = AbortSignal.any([signal, AbortSignal.timeout(LEASE_MS / 2)]);
      await feed.watch.beyond(after, news).catch(() => signal.throwIfAborted());
      continue;
    }
    const isStillOurs = await persist(
      async () => {
        await deliver(url, secret, page, signal);
        return place.advance(page.lastSequence);
      },
      onFailure,
      signal,
    );
    if (!isStillOurs) log.info('another process serves this webhook now');
  }
}

/** Serves all webhooks until `stop`, which waits for nothing but what is under way. */
export function startWebhooks(feed: Feed, settings: WebhookSettings): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const holder = crypto.randomUUID();
  const serving = settings.urls.map((url) =>
    serve(feed, createWebhookPlace(feed.store, url, holder), url, settings, stopping.signal).catch(
      (error: unknown) => {
        if (!stopping.signal.aborted) settings.log.error({ err: error }, 'a webhook is not served any more');
      },
    ),
  );
  return {
    async stop() {
      stopping.abort();
      await Promise.all(serving);
    },
  };
}
