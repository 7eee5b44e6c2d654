/** Money that goes round or to and fro, what is promised, and who weighs how much. */
import { expect } from 'vitest';
import type { Day } from '../../../src/model/day.js';
import type { Graph } from '../../../src/questions/ask.js';
import { commitments } from '../../../src/questions/commitments.js';
import { concentration } from '../../../src/questions/concentration.js';
import { moneyLoops } from '../../../src/questions/money-loops.js';
import type { MoneySum } from '../../../src/questions/money-sums.js';
import { type MoneyOneWay, reciprocity } from '../../../src/questions/reciprocity.js';
import { slowCommitments } from '../../oracle/commitments.js';
import { slowConcentration } from '../../oracle/concentration.js';
import { slowMoneyLoops } from '../../oracle/money-loops.js';
import { slowReciprocity } from '../../oracle/reciprocity.js';
import type { World } from './random-world.js';

/** More loops than these are not told. */
const MOST_LOOPS = 200;

export async function compareMoneyLoops(
  graph: Graph,
  { facts, question, rates, ways }: World,
): Promise<void> {
  const asked = { ...question, through: ways.isThrough ? question.of : undefined };
  const expected = slowMoneyLoops(facts, { ...asked, rates });
  const { loops, truncated } = await moneyLoops(graph, { ...asked, on: question.on as Day });
  const bare = loops.map((loop) => ({
    ...loop,
    legs: loop.legs.map(({ rates: _rates, unconverted: _count, ...leg }) => leg),
  }));
  expect({ loops: bare, truncated }).toEqual({
    loops: expected.slice(0, MOST_LOOPS),
    truncated: expected.length > MOST_LOOPS,
  });
}

export async function compareReciprocity(graph: Graph, { facts, question, rates }: World): Promise<void> {
  const bare = ({ rates: _rates, unconverted: _count, ...side }: MoneyOneWay) => side;
  const { reciprocals } = await reciprocity(graph, { ...question, on: question.on as Day });
  expect(
    reciprocals.map(({ counterparty, moneyOut, moneyIn }) => ({
      counterparty,
      moneyOut: bare(moneyOut),
      moneyIn: bare(moneyIn),
    })),
  ).toEqual(slowReciprocity(facts, { ...question, rates }));
  for (const { deals, moneyOut, moneyIn } of reciprocals) {
    expect([...deals].sort()).toEqual([...moneyOut.deals, ...moneyIn.deals].sort());
  }
}

export async function compareCommitments(graph: Graph, { facts, question, rates }: World): Promise<void> {
  const bare = (sums: readonly MoneySum[]) => sums.map(({ rates: _rates, ...sum }) => sum);
  const { timesRevenue, ...expected } = slowCommitments(facts, { ...question, rates });
  const answer = await commitments(graph, { ...question, on: question.on as Day });
  expect({
    sums: bare(answer.sums),
    deals: answer.deals,
    byCounterparty: answer.byCounterparty.map((part) => ({ ...part, sums: bare(part.sums) })),
    byKind: answer.byKind.map((part) => ({ ...part, sums: bare(part.sums) })),
    byYear: answer.byYear.map((part) => ({ ...part, sums: bare(part.sums) })),
    reported: answer.reported,
    revenue: answer.revenue,
  }).toEqual(expected);
  expect(answer.timesRevenue).toEqual(timesRevenue === null ? null : expect.closeTo(timesRevenue, 9));
}

export async function compareConcentration(
  graph: Graph,
  { facts, question, rates, ways: { side, weight } }: World,
): Promise<void> {
  const expected = slowConcentration(facts, { ...question, rates, side, weight });
  const asked = { ...question, on: question.on as Day, side, weight };
  const { hhi, shares, unknown } = await concentration(graph, asked);
  expect({ hhi, shares, unknown }).toEqual({
    hhi: expect.closeTo(expected.hhi, 6),
    shares: expected.shares.map((share) => ({ ...share, share: expect.closeTo(share.share, 12) })),
    unknown: expected.unknown,
  });
}
