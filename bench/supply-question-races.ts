/** The races over the questions that go upstream or downstream. Groups are ours alone, so they are left out. */
import { scopeOf } from '../src/questions/scope.js';
import { chokePointsRace } from './choke-point-races.js';
import { exposure, sharedSuppliers } from './contenders/question-cypher/tiers.js';
import type { Doors } from './doors.js';
import { chipMakers, labs, questionDay } from './generated-graph.js';
import { byId, idsOf, sortBy, toRace, type WithId } from './question-race.js';
import type { Race } from './race.js';
import { changesRace } from './supply-change-races.js';

const { day } = scopeOf({ on: questionDay });

interface PlainCustomer {
  readonly tier: number;
  readonly company: string;
  readonly deals: readonly string[];
}

interface ExposureAnswer {
  readonly exposure: {
    readonly tiers: readonly {
      readonly tier: number;
      readonly customers: readonly { readonly company: WithId; readonly deals: readonly WithId[] }[];
    }[];
  };
}

const customersInOrder = (customers: readonly PlainCustomer[]): PlainCustomer[] =>
  sortBy(
    customers.map(({ tier, company, deals }) => ({ tier, company, deals: [...deals].sort() })),
    ({ tier, company }) => `${tier} ${company}`,
  );

const exposureRace = (doors: Doors): Race =>
  toRace<ExposureAnswer, readonly { readonly customer: PlainCustomer }[]>(
    {
      question: 'exposure, 4 tiers',
      inputs: chipMakers,
      ours: `query ($id: ID!, $on: Day!) { exposure(to: $id, on: $on, rollUp: false) {
        tiers { tier customers { company { id } deals { id } } } } }`,
      variables: byId,
      readOurs: (data) =>
        customersInOrder(
          data.exposure.tiers.flatMap(({ tier, customers }) =>
            customers.map(({ company, deals }) => ({ tier, company: company.id, deals: idsOf(deals) })),
          ),
        ),
      askPlain: (run, [id]) => run(exposure, { id, day }) as Promise<{ customer: PlainCustomer }[]>,
      readPlain: (rows) => customersInOrder(rows.map(({ customer }) => customer)),
    },
    doors,
  );

interface SharedAnswer {
  readonly sharedSuppliers: readonly {
    readonly group: WithId;
    readonly tierOf: readonly { readonly company: WithId; readonly tier: number }[];
  }[];
}

interface SharedRow {
  readonly supplier: string;
  readonly tierOf: readonly { readonly company: string; readonly tier: number }[];
}

const sharedInOrder = (rows: readonly SharedRow[]): SharedRow[] =>
  sortBy(
    rows.map(({ supplier, tierOf }) => ({
      supplier,
      tierOf: sortBy(
        tierOf.map(({ company, tier }) => ({ company, tier })),
        ({ company }) => company,
      ),
    })),
    ({ supplier }) => supplier,
  );

const sharedRace = (doors: Doors): Race =>
  toRace<SharedAnswer, readonly SharedRow[]>(
    {
      question: 'sharedSuppliers of 2, 3 tiers',
      inputs: labs.map((lab, at) => `${lab} ${labs[(at + 1) % labs.length]}`),
      ours: `query ($ids: [ID!]!, $on: Day!) { sharedSuppliers(companies: $ids, tiers: 3, on: $on, rollUp: false) {
        group { id } tierOf { company { id } tier } } }`,
      variables: (ids) => ({ ids }),
      readOurs: (data) =>
        sharedInOrder(
          data.sharedSuppliers.map(({ group, tierOf }) => ({
            supplier: group.id,
            tierOf: tierOf.map(({ company, tier }) => ({ company: company.id, tier })),
          })),
        ),
      askPlain: (run, ids) => run(sharedSuppliers, { ids, day }) as Promise<SharedRow[]>,
      readPlain: sharedInOrder,
    },
    doors,
  );

export const supplyQuestionRaces = (doors: Doors): Race[] =>
  [exposureRace, sharedRace, chokePointsRace, changesRace].map((race) => race(doors));
