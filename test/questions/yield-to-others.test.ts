import { setImmediate as nextRound } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beginInTurn, yieldToOthers } from '../../src/questions/yield-to-others.js';

/** Time goes by only where a test says so. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

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

/** The names of two requests in the order in which their computations went on, after each has given way so often. */
async function goOnInTurns(turns: number): Promise<string[]> {
  const goneOn: string[] = [];
  const compute = async (name: string, signal: AbortSignal): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1) {
      await yieldToOthers(signal);
      goneOn.push(name);
    }
  };
  const request = (): AbortSignal => new AbortController().signal;
  await Promise.all([compute('first', request()), compute('second', request())]);
  return goneOn;
}

const times = (count: number, name: string): string[] => Array.from({ length: count }, () => name);

it('a request has its turns in a row, so that few answers are half made at a time', async () => {
  expect(await goOnInTurns(3)).toEqual([...times(3, 'first'), ...times(3, 'second')]);
});

it('a request that takes very long lets the next one go first after 32 turns', async () => {
  expect(await goOnInTurns(40)).toEqual([
    ...times(32, 'first'),
    ...times(32, 'second'),
    ...times(8, 'first'),
    ...times(8, 'second'),
  ]);
});

it('a computation that was called off meanwhile does not go on', async () => {
  const work = new AbortController();
  const goingOn = yieldToOthers(work.signal);
  work.abort(new Error('called off'));
  await expect(goingOn).rejects.toThrow('called off');
});

/** The names of computations in the order in which they began, after so many rounds; of each, how long its first turn takes is given. */
async function beginAll(milliseconds: Readonly<Record<string, number>>, rounds: number): Promise<string[][]> {
  await nextRound();
  const begun: string[] = [];
  const all = Object.entries(milliseconds).map(([name, long]) =>
    beginInTurn(undefined, async () => {
      begun.push(name);
      vi.advanceTimersByTime(long);
      await yieldToOthers();
    }),
  );
  const afterRounds: string[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    afterRounds.push([...begun]);
    await nextRound();
  }
  await Promise.all(all);
  return afterRounds;
}

it('computations that are asked for together begin at once as long as they are short', async () => {
  const [, afterOne] = await beginAll({ one: 0, two: 0, three: 0 }, 2);
  expect(afterOne).toEqual(['one', 'two', 'three']);
});

it('once those of a round took 5 milliseconds, no more begin in it; later, one each round after those that gave way before', async () => {
  expect(await beginAll({ one: 0, two: 6, three: 0, four: 0 }, 6)).toEqual([
    [],
    ['one', 'two'],
    ['one', 'two'],
    ['one', 'two'],
    ['one', 'two', 'three'],
    ['one', 'two', 'three', 'four'],
  ]);
});

it('a computation that waits for something else lets the others begin', async () => {
  await nextRound();
  const begun: string[] = [];
  const never = new AbortController();
  const waiting = beginInTurn(
    never.signal,
    () =>
      new Promise<void>((_resolve, reject) => {
        never.signal.addEventListener('abort', reject);
      }),
  );
  const other = beginInTurn(undefined, () => begun.push('other'));
  await other;
  expect(begun).toEqual(['other']);
  never.abort();
  await expect(waiting).rejects.toBeDefined();
});
