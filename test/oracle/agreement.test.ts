// Answers of the oracle that must agree with each other on any facts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRates } from '../support/random-money.js';
import { randomFactsAndQuestion } from '../support/random-questions.js';
import { slowChokePoints } from './choke-points.js';
import { slowComputeSupply, supplyDistances } from './compute-supply.js';
import { slowExposure } from './exposure.js';
import { supplyLinks } from './flows.js';
import { groupOf, groupsOf } from './groups.js';
import { slowMoneyLoops } from './money-loops.js';
import { slowReciprocity } from './reciprocity.js';
import { sortedUnique } from './sorted.js';

const anyQuestion = randomFactsAndQuestion({ figures: false });

describe('on any facts', () => {
  it('who supplies X in a tier is exposed by X in that tier', () => {
    fc.assert(
      fc.property(anyQuestion, ({ facts, question }) => {
        const target = groupOf(groupsOf(facts, question), question.of);
        for (const { tier, suppliers } of slowComputeSupply(facts, question).tiers) {
          for (const { company } of suppliers) {
            const exposed = slowExposure(facts, { ...question, to: company }).tiers.find(
              (each) => each.tier === tier,
            );
            expect(exposed?.customers.map(({ group }) => group)).toContain(target);
          }
        }
      }),
    );
  });

  it('unavoidable groups are those on every simple path', () => {
    fc.assert(
      fc.property(anyQuestion, ({ facts, question }) => {
        const target = groupOf(groupsOf(facts, question), question.of);
        const distances = supplyDistances(facts, { ...question, kinds: undefined });
        const isNear = (group: string) => (distances.get(group) ?? 99) <= question.tiers;
        const links = supplyLinks(facts, question).filter(
          ({ payerGroup, payeeGroup }) => isNear(payerGroup) && isNear(payeeGroup),
        );
        const paths: string[][] = [];
        const walk = (path: string[]) => {
          if (paths.length > 2000) return;
          paths.push(path);
          const own = links.filter(({ payerGroup }) => payerGroup === path[path.length - 1]);
          for (const next of sortedUnique(own.map(({ payeeGroup }) => payeeGroup))) {
            if (!path.includes(next)) walk([...path, next]);
          }
        };
        walk([target]);
        fc.pre(paths.length <= 2000);
        for (const { suppliers, unavoidable } of slowChokePoints(facts, question).categories) {
          const roots = suppliers.map(({ group }) => group).filter((group) => group !== target);
          const reaching = paths.filter((path) => roots.includes(path[path.length - 1] ?? ''));
          const [first = []] = reaching;
          const onAll = first.filter((group) => reaching.every((path) => path.includes(group)));
          expect(unavoidable).toEqual(sortedUnique(onAll.filter((group) => group !== target)));
        }
      }),
    );
  });

  it('reciprocity is the money loops of two', () => {
    fc.assert(
      fc.property(anyQuestion, randomRates, ({ facts, question }, rates) => {
        const target = groupOf(groupsOf(facts, question), question.of);
        const loops = slowMoneyLoops(facts, { ...question, rates, through: question.of, maxLength: 2 });
        const expected = loops.map(({ companies, legs }) => ({
          counterparty: companies.find((group) => group !== target),
          moneyOut: sideOf(legs.find(({ payer }) => payer === target)),
          moneyIn: sideOf(legs.find(({ payee }) => payee === target)),
        }));
        const found = slowReciprocity(facts, { ...question, rates });
        expect(found).toHaveLength(expected.length);
        for (const each of expected) expect(found).toContainEqual(each);
      }),
    );
  });
});

function sideOf(leg: { deals: string[]; knownUsd: bigint | null; ceilingUsd: bigint | null } | undefined) {
  return { deals: leg?.deals, knownUsd: leg?.knownUsd, ceilingUsd: leg?.ceilingUsd };
}
