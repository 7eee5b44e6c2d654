/** Who supplies whom, and who depends on whom, tier by tier. */
import { expect } from 'vitest';
import type { Day } from '../../../src/model/day.js';
import type { Graph } from '../../../src/questions/ask.js';
import { computeSupply, exposure, type TierQuestion } from '../../../src/questions/tiers.js';
import type { TierParty, Trace } from '../../../src/questions/trace-tiers.js';
import { slowComputeSupply } from '../../oracle/compute-supply.js';
import { slowExposure } from '../../oracle/exposure.js';
import type { RandomQuestion } from '../../support/random-questions.js';
import type { World } from './random-world.js';

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

export async function compareComputeSupply(graph: Graph, { facts, question }: World): Promise<void> {
  const answer = await computeSupply(graph, asked(question));
  const expected = slowComputeSupply(facts, { of: question.of, ...scopeOf(question) });
  expect(
    tiersOf(answer, ({ company, group, deals, counterparties }) => ({
      company,
      group,
      deals: [...deals],
      suppliesTo: [...counterparties],
    })),
  ).toEqual(expected.tiers.map(({ tier, suppliers }) => ({ tier, parties: suppliers })));
}

export async function compareExposure(graph: Graph, { facts, question }: World): Promise<void> {
  const answer = await exposure(graph, asked(question));
  const expected = slowExposure(facts, { to: question.of, ...scopeOf(question) });
  expect(
    tiersOf(answer, ({ company, group, deals, counterparties }) => ({
      company,
      group,
      deals: [...deals],
      dependsOn: [...counterparties],
    })),
  ).toEqual(expected.tiers.map(({ tier, customers }) => ({ tier, parties: customers })));
}
