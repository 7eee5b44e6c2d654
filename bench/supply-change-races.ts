/** The race over what changed in the supply of a lab between two days. */
import { supplyOnDays } from './contenders/question-cypher/tiers.js';
import type { Doors } from './doors.js';
import { labs } from './generated-graph.js';
import { toRace, type WithId } from './question-race.js';
import type { Race } from './race.js';

const DAYS = { from: '2023-01-01', to: '2026-01-01' } as const;
const dayNumbers = { from: 2023_01_01, to: 2026_01_01 } as const;

interface ChangesAnswer {
  readonly supplyChanges: {
    readonly gained: readonly { readonly company: WithId; readonly tier: number }[];
    readonly lost: readonly { readonly company: WithId; readonly tier: number }[];
    readonly tierMoved: readonly {
      readonly company: WithId;
      readonly fromTier: number;
      readonly toTier: number;
    }[];
  };
}

interface PlainChanges {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  readonly moved: readonly string[];
}

interface DayRow {
  readonly day: number;
  readonly suppliers: readonly { readonly company: string; readonly tier: number }[];
}

function compareDays(rows: readonly DayRow[]): PlainChanges {
  const tiersOn = (day: number): Map<string, number> =>
    new Map(rows.find((row) => row.day === day)?.suppliers.map(({ company, tier }) => [company, tier]));
  const [before, after] = [tiersOn(dayNumbers.from), tiersOn(dayNumbers.to)];
  const only = (some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): string[] =>
    [...some].filter(([company]) => !others.has(company)).map(([company, tier]) => `${company} ${tier}`);
  return {
    gained: only(after, before),
    lost: only(before, after),
    moved: [...before].flatMap(([company, tier]) => {
      const then = after.get(company) ?? tier;
      return then === tier ? [] : [`${company} ${tier} ${then}`];
    }),
  };
}

const changesInOrder = ({ gained, lost, moved }: PlainChanges): PlainChanges => ({
  gained: [...gained].sort(),
  lost: [...lost].sort(),
  moved: [...moved].sort(),
});

export const changesRace = (doors: Doors): Race =>
  toRace<ChangesAnswer, PlainChanges>(
    {
      question: 'supplyChanges, 3 tiers, 3 years',
      inputs: labs,
      ours: `query ($id: ID!, $from: Day!, $to: Day!) { supplyChanges(of: $id, from: $from, to: $to, tiers: 3, rollUp: false) {
        gained { company { id } tier } lost { company { id } tier }
        tierMoved { company { id } fromTier toTier } } }`,
      variables: ([id]) => ({ id, ...DAYS }),
      readOurs: ({ supplyChanges: { gained, lost, tierMoved } }) =>
        changesInOrder({
          gained: gained.map(({ company, tier }) => `${company.id} ${tier}`),
          lost: lost.map(({ company, tier }) => `${company.id} ${tier}`),
          moved: tierMoved.map(({ company, fromTier, toTier }) => `${company.id} ${fromTier} ${toTier}`),
        }),
      askPlain: async (run, [id]) =>
        compareDays((await run(supplyOnDays, { id, ...dayNumbers })) as DayRow[]),
      readPlain: changesInOrder,
    },
    doors,
  );
