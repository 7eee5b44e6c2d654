// There may be no thread to have: that is told of, and tried again, and the process answers by itself.
import { pino } from 'pino';
import { afterEach, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.js';
import type { Snapshots } from '../../src/snapshot/snapshots.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { createAnswerThreads } from '../../src/threads/answer-threads.js';

afterEach(() => vi.useRealTimers());

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

it('a thread that the system does not give is told of in the log, and is asked for again later', async () => {
  let askedFor = 0;
  const store = {
    get engine(): string {
      askedFor += 1;
      throw new Error('the system gives no thread');
    },
  } as GraphStore;
  const lines: string[] = [];
  const threads = createAnswerThreads(readConfig({ ANSWER_THREADS: '1', ANSWER_IN_THREADS_FROM: '0' }), {
    store,
    snapshots: { latest: { count: () => 0 } } as unknown as Snapshots,
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
  });
  threads.startIfLarge();
  await settled();
  expect(lines.join('')).toContain('a thread that answers questions could not be started');
  threads.startIfLarge();
  await settled();
  expect(askedFor).toBe(1);

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 });
  threads.startIfLarge();
  await settled();
  expect(askedFor).toBe(2);
  await threads.stop();
});
