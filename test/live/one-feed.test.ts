// However many follow the changes, and in whichever way, the ledger is asked once for all of them.
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readLedger } from '../../src/records/ledger.js';
import { startServer } from '../support/start-server.js';
import { followByEvents } from './follow.js';
import { startReceiver } from './receiver.js';

it('webhooks and subscriptions share the look at the ledger', async () => {
  const receiver = await startReceiver();
  const server = await startServer({
    SEED: 'never',
    WEBHOOK_URLS: receiver.url,
    WEBHOOK_SECRET: 'a secret of sixteen or more',
  });
  const followed = await Promise.all(
    [1, 2].map(() => followByEvents(server.url, 'subscription { changes { recordId } }')),
  );
  // All of them are there by then.
  await wait(500);
  const { store } = server;
  const { read } = store;
  let looks = 0;
  store.read = (work, options) => {
    if ((work as unknown) === readLedger) looks += 1;
    return read(work, options);
  };
  await wait(1_000);
  // One in 200 ms.
  expect(looks).toBeGreaterThan(0);
  expect(looks).toBeLessThanOrEqual(6);
  for (const one of followed) await one.stop();
  await server.stop();
  await receiver.stop();
});
