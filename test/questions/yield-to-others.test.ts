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

function compute(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

it('computations begin at once until those of the same round took 5 milliseconds; more begin one each round', async () => {
  await nextRound();
  const begun: string[] = [];
  for (const name of ['one', 'two']) void begin().then(() => begun.push(name));
  await Promise.resolve();
  compute(6);
  for (const name of ['three', 'four']) void begin().then(() => begun.push(name));
  await Promise.resolve();
  const atOnce = [...begun];
  const afterRounds: string[][] = [];
  for (let round = 1; round <= 2; round += 1) {
    await nextRound();
    afterRounds.push([...begun]);
  }
  expect([atOnce, ...afterRounds]).toEqual([
    ['one', 'two'],
    ['one', 'two', 'three'],
    ['one', 'two', 'three', 'four'],
  ]);
});
