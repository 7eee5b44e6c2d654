// A thread may end at any time; that is not to harm the process that it answers for.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { openThread } from '../../src/threads/thread.js';

const unheard: unknown[] = [];
const remember = (reason: unknown): void => void unheard.push(reason);
beforeEach(() => process.on('unhandledRejection', remember));
afterEach(() => process.off('unhandledRejection', remember));

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** It takes a thread longer to read than it takes to end the thread. */
const longText = `{ ${'companies { totalCount } '.repeat(100_000)} }`;

it('one that ends before it was told that a query is called off leaves the process as it is', async () => {
  const store = await openMemoryStore();
  const thread = openThread(store);
  await thread.prepare();
  const ending = new AbortController();
  const asked = { text: longText, operationName: undefined, variables: undefined, actor: undefined };
  const answer = thread.answer(asked, ending.signal);
  await settled();
  ending.abort(new Error('too late'));
  expect((await answer).errors?.map(({ message }) => message)).toEqual(['too late']);
  await thread.stop();
  await thread.ended;
  await settled();
  expect(unheard).toEqual([]);
  await store.close();
});
