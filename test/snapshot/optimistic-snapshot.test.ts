// What is computed meanwhile must not keep the look at the graph from being sent.
import { expect, it } from 'vitest';
import { assumeLatest } from '../../src/snapshot/optimistic-snapshot.js';
import type { Snapshot } from '../../src/snapshot/snapshot.js';

const latest = { sequence: 1 } as Snapshot;
/** A driver takes some steps, each after a promise, until a statement is sent. */
const STEPS = 100;

it('gives the latest snapshot only once the look is on its way, but before it ends', async () => {
  let isSent = false;
  const snapshots = {
    latest,
    async current() {
      for (let step = 0; step < STEPS; step += 1) await undefined;
      isSent = true;
      return new Promise<never>(() => {});
    },
  };
  const given = assumeLatest(snapshots, new AbortController().signal, () => {});
  expect(await given.current()).toBe(latest);
  expect(isSent).toBe(true);
});
