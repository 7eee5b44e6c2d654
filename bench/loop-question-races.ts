/** The races over money that goes both ways, and round. */
import { scopeOf } from '../src/questions/scope.js';
import {
  type LoopsRow,
  type PlainLoop,
  type PlainReciprocal,
  type ReciprocityRow,
  rankLoops,
  sumReciprocals,
} from './contenders/question-cypher/loop-sums.js';
import { moneyLoops, reciprocity } from './contenders/question-cypher/money.js';
import type { Doors } from './doors.js';
import { clouds, labs, questionDay } from './generated-graph.js';
import { byId, idsOf, sortBy, toRace, type WithId } from './question-race.js';
import type { Race } from './race.js';

const { day } = scopeOf({ on: questionDay });

interface OurWay {
  readonly knownUsd: number | string | null;
  readonly ceilingUsd: number | string | null;
  readonly deals: readonly WithId[];
}

interface ReciprocityAnswer {
  readonly reciprocity: {
    readonly reciprocals: readonly {
      readonly counterparty: WithId;
      readonly moneyOut: OurWay;
      readonly moneyIn: OurWay;
    }[];
  };
}

const toNumber = (amount: number | string | null): number | null => (amount === null ? null : Number(amount));

const toWay = ({ knownUsd, ceilingUsd, deals }: OurWay) => ({
  knownUsd: toNumber(knownUsd),
  ceilingUsd: toNumber(ceilingUsd),
  deals: idsOf(deals),
});

const reciprocalsInOrder = (reciprocals: readonly PlainReciprocal[]): PlainReciprocal[] =>
  sortBy(
    reciprocals.map(({ counterparty, moneyOut, moneyIn }) => ({
      counterparty,
      moneyOut: { ...moneyOut, deals: [...moneyOut.deals].sort() },
      moneyIn: { ...moneyIn, deals: [...moneyIn.deals].sort() },
    })),
    ({ counterparty }) => counterparty,
  );

const WAY = '{ knownUsd ceilingUsd deals { id } }';

export const reciprocityRace = (doors: Doors): Race =>
  toRace<ReciprocityAnswer, PlainReciprocal[]>(
    {
      question: 'reciprocity',
      inputs: clouds,
      ours: `query ($id: ID!, $on: Day!) { reciprocity(of: $id, on: $on, rollUp: false) {
        reciprocals { counterparty { id } moneyOut ${WAY} moneyIn ${WAY} } } }`,
      variables: byId,
      readOurs: (data) =>
        reciprocalsInOrder(
          data.reciprocity.reciprocals.map(({ counterparty, moneyOut, moneyIn }) => ({
            counterparty: counterparty.id,
            moneyOut: toWay(moneyOut),
            moneyIn: toWay(moneyIn),
          })),
        ),
      askPlain: async (run, [id]) =>
        sumReciprocals((await run(reciprocity, { id, day })) as ReciprocityRow[]),
      readPlain: reciprocalsInOrder,
    },
    doors,
  );

interface LoopsAnswer {
  readonly moneyLoops: {
    readonly loops: readonly {
      readonly companies: readonly WithId[];
      readonly legs: readonly { readonly deals: readonly WithId[] }[];
      readonly unknownLegs: number;
      readonly smallestKnownLegUsd: number | string | null;
    }[];
  };
}

const loopsInOrder = (loops: readonly PlainLoop[]): PlainLoop[] =>
  loops.map(({ legs, ...loop }) => ({ ...loop, legs: legs.map((deals) => [...deals].sort()) }));

export const moneyLoopsRace = (doors: Doors): Race =>
  toRace<LoopsAnswer, PlainLoop[]>(
    {
      question: 'moneyLoops through a lab, up to 4',
      inputs: labs,
      ours: `query ($id: ID!, $on: Day!) { moneyLoops(through: $id, on: $on, rollUp: false) {
        loops { companies { id } legs { deals { id } } unknownLegs smallestKnownLegUsd } } }`,
      variables: byId,
      readOurs: (data) =>
        loopsInOrder(
          data.moneyLoops.loops.map(({ companies, legs, unknownLegs, smallestKnownLegUsd }) => ({
            companies: idsOf(companies),
            legs: legs.map(({ deals }) => idsOf(deals)),
            unknownLegs,
            smallestKnownLegUsd: toNumber(smallestKnownLegUsd),
          })),
        ),
      askPlain: async (run, [id]) => rankLoops((await run(moneyLoops, { id, day })) as LoopsRow[]),
      readPlain: loopsInOrder,
    },
    doors,
  );
