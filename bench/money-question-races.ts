/** The races over the questions about money. All amounts of the generated graph are in dollars, and none is a ceiling. */
import { supplyKinds } from '../src/model/registry.js';
import { scopeOf } from '../src/questions/scope.js';
import { commitments, supplierShares } from './contenders/question-cypher/money.js';
import {
  type CommitmentsRow,
  type PlainCommitments,
  type PlainShares,
  type ShareRow,
  sumCommitments,
  toShares,
} from './contenders/question-cypher/money-sums.js';
import type { Doors } from './doors.js';
import { labs, questionDay } from './generated-graph.js';
import { moneyLoopsRace, reciprocityRace } from './loop-question-races.js';
import { byId, idsOf, rounded, sortBy, toRace, type WithId } from './question-race.js';
import type { Race } from './race.js';

const { day } = scopeOf({ on: questionDay });
const kinds = supplyKinds.map(({ code }) => code);

interface OurSum {
  readonly currency: string;
  readonly basis: string;
  readonly value: number | string;
  readonly deals: number;
}

interface OurPart {
  readonly sums: readonly OurSum[];
  readonly deals: readonly WithId[];
}

const SUMS = 'sums { currency basis value deals } deals { id }';

interface CommitmentsAnswer {
  readonly commitments: OurPart & {
    readonly byCounterparty: readonly (OurPart & { readonly counterparty: WithId })[];
    readonly byKind: readonly (OurPart & { readonly kind: string })[];
    readonly byYear: readonly (OurPart & { readonly year: number | null })[];
    readonly reported: readonly WithId[];
    readonly revenue: readonly WithId[];
    readonly timesRevenue: number | null;
  };
}

const partOf = (key: string | number | null, { sums, deals }: OurPart) => ({
  key: String(key),
  sums: sums.map((sum) => ({ ...sum, value: Number(sum.value) })),
  deals: idsOf(deals),
});

const commitmentsInOrder = ({ parts, ...others }: PlainCommitments): PlainCommitments => ({
  ...others,
  parts: sortBy(parts, ({ key }) => key).map(({ key, sums, deals }) => ({
    key,
    sums: sortBy(sums, ({ currency, basis }) => `${currency} ${basis}`),
    deals: [...deals].sort(),
  })),
});

const commitmentsRace = (doors: Doors): Race =>
  toRace<CommitmentsAnswer, PlainCommitments>(
    {
      question: 'commitments',
      inputs: labs,
      ours: `query ($id: ID!, $on: Day!) { commitments(of: $id, on: $on, rollUp: false) { ${SUMS}
        byCounterparty { counterparty { id } ${SUMS} } byKind { kind ${SUMS} } byYear { year ${SUMS} }
        reported { id } revenue { id } timesRevenue } }`,
      variables: byId,
      readOurs: ({ commitments: { byCounterparty, byKind, byYear, reported, revenue, ...all } }) =>
        commitmentsInOrder({
          parts: [
            partOf('all', all),
            ...byCounterparty.map((part) => partOf(part.counterparty.id, part)),
            ...byKind.map((part) => partOf(part.kind, part)),
            ...byYear.map((part) => partOf(part.year, part)),
          ],
          reported: idsOf(reported),
          revenue: idsOf(revenue),
          timesRevenue: all.timesRevenue,
        }),
      askPlain: async (run, [id]) => {
        const rows = (await run(commitments, { id, day, kinds })) as CommitmentsRow[];
        return sumCommitments(rows);
      },
      readPlain: commitmentsInOrder,
    },
    doors,
  );

interface ConcentrationAnswer {
  readonly concentration: {
    readonly hhi: number;
    readonly unknown: number;
    readonly shares: readonly {
      readonly group: WithId;
      readonly usd: number | string;
      readonly deals: number;
      readonly share: number;
    }[];
  };
}

const sharesInOrder = ({ hhi, unknown, shares }: PlainShares): PlainShares => ({
  hhi: rounded(hhi),
  unknown,
  shares: sortBy(shares, ({ group }) => group),
});

const concentrationRace = (doors: Doors): Race =>
  toRace<ConcentrationAnswer, PlainShares>(
    {
      question: 'concentration of suppliers, in dollars',
      inputs: labs,
      ours: `query ($id: ID!, $on: Day!) { concentration(of: $id, side: SUPPLIERS, on: $on, rollUp: false) {
        hhi unknown shares { group { id } usd deals share } } }`,
      variables: byId,
      readOurs: ({ concentration: { hhi, unknown, shares } }) =>
        sharesInOrder({
          hhi,
          unknown,
          shares: shares.map(({ group, usd, deals, share }) => ({
            group: group.id,
            usd: Number(usd),
            deals,
            share,
          })),
        }),
      askPlain: async (run, [id]) => toShares((await run(supplierShares, { id, day, kinds })) as ShareRow[]),
      readPlain: sharesInOrder,
    },
    doors,
  );

export const moneyQuestionRaces = (doors: Doors): Race[] =>
  [moneyLoopsRace, commitmentsRace, concentrationRace, reciprocityRace].map((race) => race(doors));
