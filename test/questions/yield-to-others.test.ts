import { setImmediate as nextRound } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { begin, yieldToOthers } from '../../src/questions/yield-to-others.js';

it('one long computation goes on each time the event loop goes round, in the order in which they gave way', async () => {
  const goneOn: string[] = [];
  for (const name of ['one', 'two', 'three']) void yieldToOthers().then(() => goneOn.push(name));
  const afterRounds: string[][] = [];
  for (let round = 1; round <= 4; round += 1) {
    await nextRound();
    afterRounds.push([...goneOn]);
  }
  expect(afterRounds).toEqual([['one'], ['one', 'two'], ['one', 'two', 'three'], ['one', 'two', 'three']]);
});

it('a computation that was called off meanwhile does not go on', async () => {
  const work = new AbortController();
  const goingOn = yieldToOthers(work.signal);
  work.abort(new Error('called off'));
  await expect(goingOn).rejects.toThrow('called off');
});

it('of computations that begin in one round of the event loop the first begins at once, and then one each round', async () => {
  await nextRound();
  const begun: string[] = [];
  for (const name of ['one', 'two', 'three']) void begin().then(() => begun.push(name));
  await Promise.resolve();
  const atOnce = [...begun];
  const afterRounds: string[][] = [];
  for (let round = 1; round <= 2; round += 1) {
    await nextRound();
    afterRounds.push([...begun]);
  }
  expect([atOnce, ...afterRounds]).toEqual([['one'], ['one', 'two'], ['one', 'two', 'three']]);
});
