/**
 * Times tasks side by side in one process: in rounds, another one first in each, so that whatever the machine does
 * meanwhile hits all alike. First one call after the other, then 16 callers at once, each asking again when answered.
 */
import { performance } from 'node:perf_hooks';

const CALLERS = 16;
/** A server that just started takes two to three times as long, until V8 has compiled what runs often. */
const WARM_UP = { calls: 3_000, mostMs: 10_000 } as const;
const ROUNDS = 5;
const ROUND_MS = { alone: 250, together: 250 } as const;
/** Also of a slow task each round takes this many. */
const LEAST_CALLS = 3;

/** `turn` counts up, so that calls can differ. */
export type Task = (turn: number) => Promise<unknown>;

export interface Timing {
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** How many calls the two rest on. */
  readonly calls: number;
  /** Answers in a second, 16 callers at once. */
  readonly perSecond: number;
}

interface Samples {
  readonly milliseconds: number[];
  answered: number;
  busyMs: number;
}

async function callAlone(
  task: Task,
  forMs: number,
  milliseconds: number[],
  turn: () => number,
): Promise<void> {
  const end = performance.now() + forMs;
  for (let calls = 0; calls < LEAST_CALLS || performance.now() < end; calls += 1) {
    const start = performance.now();
    await task(turn());
    milliseconds.push(performance.now() - start);
  }
}

async function warmUp(task: Task, turn: () => number): Promise<void> {
  const end = performance.now() + WARM_UP.mostMs;
  for (let calls = 0; calls < WARM_UP.calls && performance.now() < end; calls += 1) await task(turn());
}

async function callTogether(task: Task, samples: Samples, turn: () => number): Promise<void> {
  const start = performance.now();
  const end = start + ROUND_MS.together;
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      do {
        await task(turn());
        samples.answered += 1;
      } while (performance.now() < end);
    }),
  );
  samples.busyMs += performance.now() - start;
}

/** The least value that this share of the others does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function toTiming({ milliseconds, answered, busyMs }: Samples): Timing {
  return {
    p50Ms: percentile(milliseconds, 0.5),
    p99Ms: percentile(milliseconds, 0.99),
    calls: milliseconds.length,
    perSecond: (answered / busyMs) * 1000,
  };
}

/** How long a task takes, one call after the other. */
export async function measureAlone(task: Task): Promise<Omit<Timing, 'perSecond'>> {
  const milliseconds: number[] = [];
  let turns = 0;
  const turn = (): number => turns++;
  await warmUp(task, turn);
  await callAlone(task, ROUNDS * ROUND_MS.alone, milliseconds, turn);
  const { perSecond: _none, ...timing } = toTiming({ milliseconds, answered: 0, busyMs: 1 });
  return timing;
}

/** In the order of the tasks. */
export async function measure(tasks: readonly Task[]): Promise<Timing[]> {
  const runs = tasks.map((task) => {
    let turns = 0;
    const samples: Samples = { milliseconds: [], answered: 0, busyMs: 0 };
    return { task, samples, turn: () => turns++ };
  });
  for (const { task, turn } of runs) await warmUp(task, turn);
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round % runs.length;
    const order = [...runs.slice(first), ...runs.slice(0, first)];
    for (const { task, samples, turn } of order) {
      await callAlone(task, ROUND_MS.alone, samples.milliseconds, turn);
    }
    for (const { task, samples, turn } of order) await callTogether(task, samples, turn);
  }
  return runs.map(({ samples }) => toTiming(samples));
}
