/** The race over choke points: one statement gives the subgraph, the rest is worked out of it. */
import { scopeOf } from '../src/questions/scope.js';
import {
  findChokePoints,
  type PlainCategory,
  type SuppliersRow,
} from './contenders/question-cypher/choke-points.js';
import { suppliersWithin } from './contenders/question-cypher/tiers.js';
import type { Doors } from './doors.js';
import { labs, questionDay } from './generated-graph.js';
import { byId, idsOf, rounded, sortBy, toRace, type WithId } from './question-race.js';
import type { Race } from './race.js';

const { day } = scopeOf({ on: questionDay });

interface ChokePointsAnswer {
  readonly chokePoints: {
    readonly categories: readonly {
      readonly category: string;
      readonly hhi: number;
      readonly suppliers: readonly {
        readonly group: WithId;
        readonly share: number;
        readonly soleSupplierOf: readonly WithId[];
      }[];
      readonly unavoidable: readonly WithId[];
    }[];
  };
}

const categoriesInOrder = (categories: readonly PlainCategory[]): PlainCategory[] =>
  sortBy(
    categories.map(({ hhi, suppliers, ...category }) => ({
      ...category,
      hhi: rounded(hhi),
      suppliers: sortBy(suppliers, ({ group }) => group),
    })),
    ({ category }) => category,
  );

export const chokePointsRace = (doors: Doors): Race =>
  toRace<ChokePointsAnswer, PlainCategory[]>(
    {
      question: 'chokePoints, unavoidable with them',
      inputs: labs,
      ours: `query ($id: ID!, $on: Day!) { chokePoints(of: $id, on: $on, rollUp: false) { categories {
        category hhi suppliers { group { id } share soleSupplierOf { id } } unavoidable { id } } } }`,
      variables: byId,
      readOurs: (data) =>
        categoriesInOrder(
          data.chokePoints.categories.map(({ category, hhi, suppliers, unavoidable }) => ({
            category,
            hhi,
            suppliers: suppliers.map(({ group, share, soleSupplierOf }) => ({
              group: group.id,
              share,
              soleSupplierOf: idsOf(soleSupplierOf),
            })),
            unavoidable: idsOf(unavoidable),
          })),
        ),
      askPlain: async (run, [id = '']) =>
        findChokePoints(id, (await run(suppliersWithin, { id, day })) as SuppliersRow[]),
      readPlain: categoriesInOrder,
    },
    doors,
  );
