/** A random graph of facts, and one random way to ask each question about it. */
import fc from 'fast-check';
import type { Flow } from '../../../src/model/kind.js';
import { allFlows } from '../../../src/model/kind.js';
import { concentrationSide, concentrationWeight } from '../../../src/questions/concentration.js';
import { type DealKind, SUPPLY_KINDS } from '../../oracle/deals.js';
import { randomRates } from '../../support/random-money.js';
import { randomFactsAndQuestion } from '../../support/random-questions.js';

const dealKinds: readonly DealKind[] = [...SUPPLY_KINDS, 'INVESTMENT', 'ACQUISITION'];

const anyWays = fc.record({
  side: fc.constantFrom(...concentrationSide.values),
  weight: fc.constantFrom(...concentrationWeight.values),
  flows: fc.subarray<Flow>([...allFlows], { minLength: 1 }),
  /** The deals that connect; all where undefined. */
  connecting: fc.option(fc.subarray([...dealKinds], { minLength: 1 }), { nil: undefined, freq: 2 }),
  limit: fc.constantFrom(1, 5, 100),
  depth: fc.integer({ min: 1, max: 3 }),
  /** Places of further companies among all. */
  further: fc.array(fc.nat(13), { maxLength: 3 }),
  isThrough: fc.boolean(),
  companies: fc.integer({ min: 1, max: 3 }),
  /** How many entries a page of a timeline has. */
  first: fc.integer({ min: 1, max: 8 }),
});

export const randomWorld = fc
  .tuple(randomFactsAndQuestion(), randomRates, anyWays)
  .map(([{ facts, question }, rates, ways]) => ({ facts, question, rates, ways }));

export type World = typeof randomWorld extends fc.Arbitrary<infer Value> ? Value : never;
