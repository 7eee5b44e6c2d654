/** Every question agrees with a slow computation over the raw facts, on random worlds; each world is asked all of them. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Graph } from '../../src/questions/ask.js';
import { createSnapshots } from '../../src/snapshot/snapshots.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import type { OpenStore } from '../store/use-store.js';
import { importText } from '../support/import-text.js';
import { factsText } from '../support/open-graph.js';
import { compareNeighbourhood, comparePaths, compareTimeline } from './agreement/connections.js';
import {
  compareCommitments,
  compareConcentration,
  compareMoneyLoops,
  compareReciprocity,
} from './agreement/money.js';
import { randomWorld, type World } from './agreement/random-world.js';
import { compareComputeSupply, compareExposure } from './agreement/tiers.js';
import { compareChokePoints, compareSharedSuppliers, compareSupplyChanges } from './agreement/upstream.js';

const comparisons: Readonly<Record<string, (graph: Graph, world: World) => Promise<void>>> = {
  computeSupply: compareComputeSupply,
  exposure: compareExposure,
  'chokePoints, unavoidable': compareChokePoints,
  sharedSuppliers: compareSharedSuppliers,
  moneyLoops: compareMoneyLoops,
  paths: comparePaths,
  commitments: compareCommitments,
  concentration: compareConcentration,
  timeline: compareTimeline,
  neighbourhood: compareNeighbourhood,
  supplyChanges: compareSupplyChanges,
  reciprocity: compareReciprocity,
};

const deleteAll = (store: GraphStore): Promise<unknown> =>
  store.write((writer) => writer.run('MATCH (n) WHERE NOT n:ForTests DETACH DELETE n'));

/** `worlds`: how many random graphs are made and asked about. */
export function describeAgreement(name: string, openStore: OpenStore, worlds: number): void {
  describe(`questions to ${name}`, () => {
    let opened: GraphStore | undefined;
    beforeAll(async () => {
      opened = await openStore();
    });
    afterAll(() => opened?.close());

    it(`agree with the slow computations on ${worlds} random worlds`, async () => {
      const store = opened as GraphStore;
      await fc.assert(
        fc.asyncProperty(randomWorld, async (world) => {
          await deleteAll(store);
          await importText(store, factsText(world.facts, world.rates));
          const graph = { store, snapshots: createSnapshots(store) };
          for (const [question, compare] of Object.entries(comparisons)) {
            await compare(graph, world).catch((cause: unknown) => {
              throw new Error(`${question}: ${cause instanceof Error ? cause.message : cause}`, { cause });
            });
          }
        }),
        { numRuns: worlds },
      );
    }, 240_000);
  });
}
