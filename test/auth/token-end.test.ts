/** When a token that lets a connection live is found to have ended. Connections are tried with it in test/live. */
import { afterEach, expect, test } from 'vitest';
import { watchToken } from '../../src/auth/token-end.js';
import { AppError } from '../../src/errors.js';

let ending = new AbortController();
afterEach(() => ending.abort());

/** Watches a token while its issuer can't be asked: how often that was tried, and what was found out. */
function watchUnanswered(endsAt: number): { readonly tries: number; readonly found: AppError[] } {
  ending = new AbortController();
  const seen = { tries: 0, found: [] as AppError[] };
  const authenticate = async (): Promise<never> => {
    seen.tries += 1;
    throw new AppError('UNAVAILABLE', "The issuer's keys can't be had at the moment; try again.");
  };
  const token = { authenticate, header: 'Bearer x', endsAt };
  void watchToken(token, ending.signal, (fault) => seen.found.push(fault));
  return seen;
}

test('a token ends when it says so, also while its issuer does not answer', async () => {
  const endsAt = Date.now() + 50;
  const seen = watchUnanswered(endsAt);
  await expect.poll(() => seen.found.length).toBe(1);
  expect(Date.now()).toBeGreaterThanOrEqual(endsAt);
  expect(seen.found).toMatchObject([
    { code: 'UNAUTHENTICATED', message: 'The token has expired; get a new one.' },
  ]);
});

test('a token that has not ended is believed while its issuer does not answer', async () => {
  const seen = watchUnanswered(Date.now() + 60_000);
  await expect.poll(() => seen.tries).toBe(2);
  expect(seen.found).toEqual([]);
});
