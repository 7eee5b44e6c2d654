/** A connection that named a token lives no longer than the token: at its end it is told so, and ended. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { importText } from '../support/import-text.js';
import {
  audience,
  createIssuer,
  goodClaims,
  issuer,
  nowInSeconds,
  type TokenIssuer,
  writeKeySet,
} from '../support/issue-tokens.js';
import { endKey, makeKey } from '../support/make-key.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';
import { type Followed, followByEvents, followBySocket } from './follow.js';

let server: RunningServer;
let trusted: TokenIssuer;
let keys: Awaited<ReturnType<typeof writeKeySet>>;
const followed: Followed<unknown>[] = [];

beforeAll(async () => {
  trusted = await createIssuer();
  keys = await writeKeySet(trusted.keySet);
  server = await serveStore(await openMemoryStore(), {
    JWT_ISSUER: issuer,
    JWT_AUDIENCE: audience,
    JWT_JWKS_FILE: keys.file,
    JWT_CLOCK_SKEW_SECONDS: '0',
  });
});
afterEach(async () => {
  for (const one of followed.splice(0)) await one.stop();
});
afterAll(async () => {
  await server?.stop();
  await keys?.remove();
});

const all = 'subscription { changes { recordId } }';

/** Follows over both transports; both are surely under way when it resolves. */
async function followBoth(token: string | undefined) {
  const bySocket = followBySocket(server.url, all, token);
  const byEvents = await followByEvents(server.url, all, token);
  followed.push(bySocket, byEvents);
  const next = [bySocket.next(), byEvents.next()] as const;
  return { byEvents, next };
}

/** What the two of them are told at the end of their token, and that nothing comes afterwards. */
async function endOf({ byEvents, next: [bySocket, nextEvent] }: Awaited<ReturnType<typeof followBoth>>) {
  const closed = await bySocket.then(
    () => 'not closed',
    ({ code, reason }: { code: number; reason: string }) => ({ code, reason }),
  );
  return { closed, event: await nextEvent, afterwards: await byEvents.next() };
}

const ended = (message: unknown) => ({
  closed: { code: 4403, reason: message },
  event: { errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] },
  afterwards: null,
});

describe('a connection ends', () => {
  test('within ten seconds after its API key was revoked, and no other one does', {
    timeout: 30_000,
  }, async () => {
    const [revoked, kept] = [
      await makeKey(server.store, 'READER', 'revoked'),
      await makeKey(server.store, 'READER', 'kept'),
    ];
    const ending = await followBoth(revoked.text);
    const others = [await followBoth(kept.text), await followBoth(undefined)];
    const began = performance.now();
    await endKey(server.store, revoked.id);
    const message = expect.stringMatching(new RegExp(`^The API key ${revoked.id} was revoked on 2\\d{3}-`));
    expect(await endOf(ending)).toEqual(ended(message));
    expect(performance.now() - began).toBeLessThan(10_000);
    await importText(server.store, 'sources: [{ id: one, publisher: Paper, title: Story }]');
    for (const { next } of others) {
      for (const result of await Promise.all(next)) {
        expect(result).toEqual({ data: { changes: { recordId: 'one' } } });
      }
    }
  });

  test('when its token expires', { timeout: 30_000 }, async () => {
    // Both follow before it ends, though the machine is slow.
    const exp = nowInSeconds() + 5;
    const ending = await followBoth(await trusted.sign({ ...goodClaims(), exp }));
    expect(await endOf(ending)).toEqual(ended('The token has expired; get a new one.'));
    expect(Date.now() / 1000).toBeGreaterThanOrEqual(exp);
  });
});
