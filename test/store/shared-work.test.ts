// Callers who come while work runs share the next piece of it, and only that.
import { describe, expect, it } from 'vitest';
import { type Join, shareWork } from '../../src/store/shared-work.js';

/** One piece of work that was begun. */
interface Begun {
  readonly requests: readonly string[];
  readonly ending: AbortController;
  finish(result: string): void;
  fail(fault: Error): void;
}

/** Work that ends when a test says so; a piece takes at most three requests. */
function fakeWork(atOnce: number): { begun: Begun[]; join: Join<string, string> } {
  const begun: Begun[] = [];
  const join = shareWork<string, string>({
    atOnce,
    fits: (gathered) => gathered.length < 3,
    run: (requests, ending) =>
      new Promise((finish, fail) => {
        ending.signal.addEventListener('abort', () => fail(ending.signal.reason));
        begun.push({ requests, ending, finish, fail });
      }),
  });
  return { begun, join };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const requestsOf = (begun: readonly Begun[]) => begun.map(({ requests }) => requests);

describe('shared work', () => {
  it('begins at once while there is room, and else as soon as there is', async () => {
    const { begun, join } = fakeWork(2);
    const answers = ['a', 'b', 'c', 'd'].map((request) => join(request));
    expect(requestsOf(begun)).toEqual([['a'], ['b']]);
    begun[1]?.finish('second');
    await settled();
    expect(requestsOf(begun)).toEqual([['a'], ['b'], ['c', 'd']]);
    begun[0]?.finish('first');
    begun[2]?.finish('third');
    expect(await Promise.all(answers)).toEqual(['first', 'second', 'third', 'third']);
  });

  it('is never what began before the caller came', async () => {
    const { begun, join } = fakeWork(1);
    const [early, late] = [join('early'), join('late')];
    begun[0]?.finish('of before');
    await early;
    begun[1]?.finish('of after');
    expect(await late).toBe('of after');
  });

  it('takes a request that does not fit at once, by itself', () => {
    const { begun, join } = fakeWork(1);
    for (const request of ['a', 'b', 'c', 'd', 'e']) void join(request);
    expect(requestsOf(begun)).toEqual([['a'], ['e']]);
  });

  it('tells its fault to all who share it, and to no other', async () => {
    const { begun, join } = fakeWork(1);
    const answers = Promise.allSettled(['a', 'b', 'c'].map((request) => join(request)));
    begun[0]?.finish('first');
    await settled();
    const fault = new Error('broken');
    begun[1]?.fail(fault);
    expect(await answers).toEqual([
      { status: 'fulfilled', value: 'first' },
      { status: 'rejected', reason: fault },
      { status: 'rejected', reason: fault },
    ]);
    const next = join('d');
    begun[2]?.finish('works again');
    expect(await next).toBe('works again');
  });

  it('goes on for the others when one who shares it has given up', async () => {
    const { begun, join } = fakeWork(1);
    const first = join('a');
    const givesUp = new AbortController();
    const [given, kept] = [join('b', givesUp.signal), join('c')];
    begun[0]?.finish('first');
    await first;
    await settled();
    givesUp.abort(new Error('no longer wanted'));
    await expect(given).rejects.toThrow('no longer wanted');
    expect(begun[1]?.ending.signal.aborted).toBe(false);
    begun[1]?.finish('second');
    expect(await kept).toBe('second');
  });

  it('is called off when all who share it have given up', async () => {
    const { begun, join } = fakeWork(1);
    const givesUp = new AbortController();
    const given = join('a', givesUp.signal);
    givesUp.abort(new Error('no longer wanted'));
    await expect(given).rejects.toThrow('no longer wanted');
    expect(begun[0]?.ending.signal.aborted).toBe(true);
  });

  it('that was called off before it began is not what later callers share', async () => {
    const { begun, join } = fakeWork(1);
    const first = join('a');
    const givesUp = new AbortController();
    const given = join('b', givesUp.signal);
    givesUp.abort(new Error('no longer wanted'));
    await expect(given).rejects.toThrow('no longer wanted');
    const later = join('c');
    begun[0]?.finish('first');
    await first;
    await settled();
    expect(requestsOf(begun)).toEqual([['a'], ['c']]);
    begun[1]?.finish('second');
    expect(await later).toBe('second');
  });

  it('is not begun for who has given up already', async () => {
    const { begun, join } = fakeWork(1);
    await expect(join('a', AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    expect(begun).toEqual([]);
  });
});
