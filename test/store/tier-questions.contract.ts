/** Who supplies whom agrees with a slow computation over the raw facts, on random worlds. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { computeSupply, exposure, type TierQuestion } from '../../src/questions/compute-supply.js';
import { createOwnershipCache } from '../../src/questions/ownership-cache.js';
import type { TierParty, Trace } from '../../src/questions/trace-tiers.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { slowComputeSupply } from '../oracle/compute-supply.js';
import { slowExposure } from '../oracle/exposure.js';
import type { Facts } from '../oracle/facts.js';
import { importText } from '../support/import-text.js';
import { type RandomQuestion, randomFactsAndQuestion } from '../support/random-questions.js';
import type { OpenStore } from './use-store.js';

/** As files carry it: an amount that a JSON number cannot hold is a text. */
const toText = (facts: Facts): string =>
  JSON.stringify(facts, (_key, value) => (typeof value === 'bigint' ? value.toString() : value));

const scopeOf = ({ on, basis, tiers, rollUp, includeRumoured, minConfidence, kinds }: RandomQuestion) => ({
  on,
  basis,
  tiers,
  rollUp,
  includeRumoured,
  ...(minConfidence !== undefined && { minConfidence }),
  ...(kinds !== undefined && { kinds }),
});

const asked = (question: RandomQuestion): TierQuestion => ({
  ...scopeOf(question),
  on: question.on as Day,
  company: question.of,
});

function tiersOf<Party>(
  trace: Trace,
  toParty: (party: TierParty) => Party,
): { tier: number; parties: Party[] }[] {
  if (trace.truncated) throw new Error('a small world is never truncated');
  return trace.tiers.map((parties, index) => ({ tier: index + 1, parties: parties.map(toParty) }));
}

const deleteRecords = (store: GraphStore): Promise<unknown> =>
  store.write((writer) => writer.run('MATCH (n) WHERE NOT n:ForTests DETACH DELETE n'));

/** `worlds`: how many random graphs are made and asked about. */
export function describeTierQuestions(openStore: OpenStore, worlds: number): void {
  describe('questions about tiers', () => {
    let opened: GraphStore | undefined;
    beforeAll(async () => {
      opened = await openStore();
    });
    afterAll(() => opened?.close());

    it(`agree with the slow computation on ${worlds} random worlds`, async () => {
      const store = opened as GraphStore;
      await fc.assert(
        fc.asyncProperty(randomFactsAndQuestion(), async ({ facts, question }) => {
          await deleteRecords(store);
          await importText(store, toText(facts));
          const graph = { store, ownership: createOwnershipCache() };
          const supply = await computeSupply(graph, asked(question));
          const expectedSupply = slowComputeSupply(facts, { of: question.of, ...scopeOf(question) });
          expect(
            tiersOf(supply, ({ company, group, deals, counterparties }) => ({
              company,
              group,
              deals: [...deals],
              suppliesTo: [...counterparties],
            })),
          ).toEqual(expectedSupply.tiers.map(({ tier, suppliers }) => ({ tier, parties: suppliers })));

          const dependants = await exposure(graph, asked(question));
          const expectedDependants = slowExposure(facts, { to: question.of, ...scopeOf(question) });
          expect(
            tiersOf(dependants, ({ company, group, deals, counterparties }) => ({
              company,
              group,
              deals: [...deals],
              dependsOn: [...counterparties],
            })),
          ).toEqual(expectedDependants.tiers.map(({ tier, customers }) => ({ tier, parties: customers })));
        }),
        { numRuns: worlds },
      );
    }, 240_000);
  });
}
