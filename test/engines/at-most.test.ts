/** Tasks wait their turn, and one that fails or is given up does not hold up the others. */
import { expect, test } from 'vitest';
import { atMost } from '../../src/engines/neo4j/at-most.js';

const unaborted = new AbortController().signal;

/** A task that ends when it is told to. */
function createTask(name: string, log: string[]) {
  let finish = (): void => {};
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const task = async (): Promise<string> => {
    log.push(name);
    await ended;
    return name;
  };
  return { task, finish };
}

/** Lets all that can go on go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('so many run at a time, and the others in the order in which they came', async () => {
  const run = atMost(2);
  const log: string[] = [];
  const tasks = ['one', 'two', 'three', 'four'].map((name) => createTask(name, log));
  const results = tasks.map(({ task }) => run(unaborted, task));
  await settle();
  expect(log).toEqual(['one', 'two']);
  tasks[1]?.finish();
  await settle();
  expect(log).toEqual(['one', 'two', 'three']);
  tasks[0]?.finish();
  await settle();
  expect(log).toEqual(['one', 'two', 'three', 'four']);
  for (const { finish } of tasks) finish();
  expect(await Promise.all(results)).toEqual(['one', 'two', 'three', 'four']);
});

test('a task that fails leaves its place to the next', async () => {
  const run = atMost(1);
  const failing = run(unaborted, () => Promise.reject(new Error('mine')));
  const next = run(unaborted, async () => 'done');
  await expect(failing).rejects.toThrow('mine');
  expect(await next).toBe('done');
});

test('a task that is given up while it waits never runs, and holds nobody up', async () => {
  const run = atMost(1);
  const log: string[] = [];
  const first = createTask('first', log);
  const running = run(unaborted, first.task);
  const givenUp = new AbortController();
  const waiting = run(givenUp.signal, async () => log.push('given up'));
  const last = run(unaborted, async () => 'last');
  givenUp.abort(new Error('too late'));
  first.finish();
  await running;
  await expect(waiting).rejects.toThrow('too late');
  expect(await last).toBe('last');
  expect(log).toEqual(['first']);
});
